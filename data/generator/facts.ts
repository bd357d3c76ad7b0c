import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A commune-level unit as the facts describe it during one of the three periods. */
export interface Unit {
	readonly code: string;
	readonly name: string;
	readonly kind: string;
	/** Empty since the district level was abolished. */
	readonly district: string;
	readonly districtCode: string;
	readonly lon: number;
	readonly lat: number;
	readonly areaKm2: number;
	/** Census of 2009, where the unit existed then. */
	readonly population2009: number | undefined;
	/** Census of 2019 for the old units, the resolution's file of 2024 for the new ones. */
	readonly population: number;
	readonly validFrom: string;
	/** Undefined for units that still exist. */
	readonly validTo: string | undefined;
}

/** One old unit and the unit that it became or went into. */
export interface Succession {
	readonly oldCode: string;
	readonly newCode: string;
}

type FactsFile = 'communes.csv' | 'succession-2020.csv' | 'succession-2025.csv';

export function readFacts(file: FactsFile): string {
	return readFileSync(new URL(`../facts/${file}`, import.meta.url), 'utf8');
}

function readRows(file: FactsFile): Record<string, string>[] {
	return parse<Record<string, string>>(readFacts(file), { columns: true });
}

export function readUnits(): Unit[] {
	return readRows('communes.csv').map((row) => {
		const field = (name: string): string => {
			const value = row[name];
			if (value === undefined) throw new Error(`communes.csv has no column ${name}`);
			return value;
		};
		return {
			code: field('code'),
			name: field('name'),
			kind: field('kind'),
			district: field('district'),
			districtCode: field('district_code'),
			lon: Number(field('lon')),
			lat: Number(field('lat')),
			areaKm2: Number(field('area_km2')),
			population2009:
				field('population_2009') === '' ? undefined : Number(field('population_2009')),
			population: Number(field('population')),
			validFrom: field('valid_from'),
			validTo: field('valid_to') || undefined
		};
	});
}

export function readSuccession(file: 'succession-2020.csv' | 'succession-2025.csv'): Succession[] {
	return readRows(file).map((row) => ({
		oldCode: row['old_code'] ?? '',
		newCode: row['new_code'] ?? ''
	}));
}

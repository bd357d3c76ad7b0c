import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { searchKey } from '#lib/domain/name.ts';
import type { IsoDate } from '#lib/domain/period.ts';
import { isValidOn } from '#lib/domain/unit.ts';
import type { Queryable } from '../../db/database.ts';
import { UnitLookup } from '../unit-lookup.ts';
import { splitKind } from '#lib/domain/unit-name.ts';

/** Names, codes and validity of communes that are known without having been loaded. */
const FACTS = resolve('data/facts/communes.csv');

interface Fact {
	code: string;
	name: string;
	district: string;
	validFrom: IsoDate;
	validTo: IsoDate | null;
}

/** Finds the code of a commune by its name, for files without codes. */
export class CodeDirectory {
	private constructor(
		readonly facts: readonly Fact[],
		readonly units: UnitLookup,
		readonly date: IsoDate
	) {}

	/** @param date first day of the boundaries that are to be named */
	static async load(tx: Queryable, date: IsoDate): Promise<CodeDirectory> {
		return new CodeDirectory(readFacts(), await UnitLookup.load(tx), date);
	}

	/**
	 * The codes of the communes called so on the date, in a district where one is named: by what is loaded,
	 * else by the known names. Without any, those with nearly that name.
	 */
	findCodes(name: string, district: string): { codes: string[]; near: string } {
		const loaded = this.units.findByName(name, this.date, district);
		if (loaded.length > 0) return { codes: loaded.map(({ code }) => code), near: '' };
		const key = searchKey(splitKind(name).name);
		const named = this.facts.filter(
			(fact) => searchKey(fact.name) === key && isValidOn(fact, this.date)
		);
		const within = named.filter(
			(fact) =>
				district !== '' && searchKey(fact.district).endsWith(searchKey(splitKind(district).name))
		);
		const codes = (named.length > 1 && within.length > 0 ? within : named).map(({ code }) => code);
		const near = this.units
			.suggest(name, this.date)
			.map((unit) => `${unit.code} ${unit.name}`)
			.join(', ');
		return { codes, near };
	}
}

function readFacts(): Fact[] {
	if (!existsSync(FACTS)) return [];
	const rows: Record<string, string>[] = parse(readFileSync(FACTS), { columns: true });
	return rows.map((row) => ({
		code: row.code ?? '',
		name: row.name ?? '',
		district: row.district ?? '',
		validFrom: row.valid_from ?? '',
		validTo: row.valid_to || null
	}));
}

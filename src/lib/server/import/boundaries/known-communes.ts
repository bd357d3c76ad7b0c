import { sql } from 'drizzle-orm';
import { NameIndex } from '#lib/domain/name-index.ts';
import { isValidOn } from '#lib/domain/unit.ts';
import { rowsOf } from '../../db/database.ts';
import {
	DIRECTORY_SINCE,
	loadDirectory,
	loadPastCommunes,
	PAST_PROVINCE
} from '../directory/directory.ts';
import type { FileRun } from '../file-run.ts';
import type { BoundaryRequest } from './boundary-request.ts';

/** What is known of a commune that a boundary file may bring. */
export interface KnownCommune {
	code: string;
	name: string;
	/** Xã, Phường … */
	kind: string;
	/** Empty if unknown. */
	provinceCode: string;
	/** Empty since districts were abolished, or if unknown. */
	district: string;
	/** A point inside it: longitude, latitude. */
	position: [number, number];
	areaKm2: number;
	/** How far its farthest island lies from its largest part, in km. */
	spreadKm: number;
}

/** A unit of another period with the same code and name: near the one of the file, but perhaps not alike. */
export type Predecessor = Pick<KnownCommune, 'code' | 'name' | 'position' | 'areaKm2'>;

/**
 * What is known of the communes of a date: the directory's for today, the past ones of Điện Biên for dates
 * before the merger, and what other periods have loaded.
 */
export class KnownCommunes {
	readonly #names = new Map<string, NameIndex<KnownCommune>>();
	readonly #byCode: ReadonlyMap<string, KnownCommune>;

	private constructor(
		readonly communes: readonly KnownCommune[],
		/** Of other periods that are loaded, by code. */
		readonly predecessors: ReadonlyMap<string, Predecessor[]>,
		/** The boundaries are those in force: every code must be in the directory. */
		readonly areToday: boolean
	) {
		this.#byCode = new Map(communes.map((commune) => [commune.code, commune]));
	}

	/** What is known for the period of a request; nothing for districts and provinces. */
	static async load(run: FileRun, request: BoundaryRequest): Promise<KnownCommunes> {
		const { level, validFrom, validTo } = request;
		const isOfDirectory = validFrom >= DIRECTORY_SINCE;
		const communes = level !== 'commune' ? [] : isOfDirectory ? today() : past(validFrom);
		const loaded = await rowsOf<{
			code: string;
			name: string;
			lon: number;
			lat: number;
			km2: number;
		}>(
			run.tx,
			sql`select code, name, label_lon as lon, label_lat as lat, area_km2 as km2
				from unit where level = ${level} and source_id <> ${run.sourceId}`
		);
		const predecessors = new Map<string, Predecessor[]>();
		for (const { code, name, lon, lat, km2 } of loaded) {
			const unit: Predecessor = { code, name, position: [lon, lat], areaKm2: km2 };
			predecessors.set(code, [...(predecessors.get(code) ?? []), unit]);
		}
		return new KnownCommunes(communes, predecessors, isOfDirectory && validTo === null);
	}

	find(code: string): KnownCommune | undefined {
		return this.#byCode.get(code);
	}

	/** The communes of a province by their names. */
	namesIn(province: string): NameIndex<KnownCommune> {
		const names =
			this.#names.get(province) ??
			new NameIndex(this.communes.filter(({ provinceCode }) => provinceCode === province));
		this.#names.set(province, names);
		return names;
	}

	/** The province of a code: among today's codes for boundaries in force, else among those of any date. */
	provinceOf(code: string): string | undefined {
		if (this.areToday) return this.find(code)?.provinceCode;
		return this.find(code)?.provinceCode ?? this.provinceEver(code);
	}

	/** The province of a code of any date. */
	provinceEver(code: string): string | undefined {
		return everything().provinces.get(code);
	}

	/** Every name that a code is known to have had. */
	namesOf(code: string): readonly string[] {
		return everything().names.get(code) ?? [];
	}
}

/** Provinces and names of all codes that are known of any date. */
interface Everything {
	provinces: Map<string, string>;
	names: Map<string, string[]>;
}
let all: Everything | undefined;

function everything(): Everything {
	if (all) return all;
	const known: Everything = { provinces: new Map(), names: new Map() };
	const add = (code: string, name: string, province: string) => {
		known.provinces.set(code, province);
		known.names.set(code, [...(known.names.get(code) ?? []), name]);
	};
	for (const { code, name } of loadPastCommunes()) add(code, name, PAST_PROVINCE);
	for (const { code, name, provinceCode } of loadDirectory()) add(code, name, provinceCode);
	return (all = known);
}

function today(): KnownCommune[] {
	return loadDirectory().map((commune) => ({ ...commune, district: '' }));
}

function past(date: string): KnownCommune[] {
	return loadPastCommunes()
		.filter((commune) => isValidOn(commune, date))
		.map((commune) => ({ ...commune, provinceCode: PAST_PROVINCE, spreadKm: 0 }));
}

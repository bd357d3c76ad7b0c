import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { IsoDate } from '#lib/domain/period.ts';
import { resourcePath } from '../../resources.ts';

/** Relative to the working directory, as the migrations are. */
const FOLDER = resourcePath('data/facts');

/** The day since which the communes of the directory exist. */
export const DIRECTORY_SINCE: IsoDate = '2025-07-01';

/** A commune-level unit of today, as the national directory knows it. */
export interface DirectoryCommune {
	code: string;
	name: string;
	/** Xã, Phường or Đặc khu. */
	kind: string;
	provinceCode: string;
	/** A point well inside the unit: longitude and latitude, rounded to 0.001°. */
	position: [number, number];
	areaKm2: number;
	/** How far the farthest island lies from the largest part, in km; 0 where there is none. */
	spreadKm: number;
}

/** A province of today. */
export interface DirectoryProvince {
	code: string;
	name: string;
	/** Tỉnh or Thành phố. */
	kind: string;
	/** EPSG codes of the VN-2000 zones that its maps are drawn in, the likely one first. */
	zones: number[];
}

/** A commune of Điện Biên in one of three periods, the last being today's. */
export interface PastCommune {
	code: string;
	name: string;
	kind: string;
	district: string;
	position: [number, number];
	areaKm2: number;
	validFrom: IsoDate;
	validTo: IsoDate | null;
}

let directory: readonly DirectoryCommune[] | undefined;
let provinces: readonly DirectoryProvince[] | undefined;
let pastCommunes: readonly PastCommune[] | undefined;

/** The 3,321 commune-level units of today, ordered by code. Read once. */
export function loadDirectory(): readonly DirectoryCommune[] {
	directory ??= readRows('directory-2025.csv').map((row) => ({
		code: row.code ?? '',
		name: row.name ?? '',
		kind: row.kind ?? '',
		provinceCode: row.province_code ?? '',
		position: [Number(row.lon), Number(row.lat)],
		areaKm2: Number(row.area_km2),
		spreadKm: Number(row.spread_km)
	}));
	return directory;
}

/** The 34 provinces of today, ordered by code. Read once. */
export function loadProvinces(): readonly DirectoryProvince[] {
	provinces ??= readRows('provinces-2025.csv').map((row) => ({
		code: row.code ?? '',
		name: row.name ?? '',
		kind: row.kind ?? '',
		zones: (row.zones ?? '').split(' ').map(Number)
	}));
	return provinces;
}

/** The communes of Điện Biên before the merger of 2025, in their periods. Read once. */
export function loadPastCommunes(): readonly PastCommune[] {
	pastCommunes ??= readRows('communes.csv')
		.map((row) => ({
			code: row.code ?? '',
			name: row.name ?? '',
			kind: row.kind ?? '',
			district: row.district ?? '',
			position: [Number(row.lon), Number(row.lat)] satisfies [number, number],
			areaKm2: Number(row.area_km2),
			validFrom: row.valid_from ?? '',
			validTo: row.valid_to || null
		}))
		.filter(({ validFrom }) => validFrom < DIRECTORY_SINCE);
	return pastCommunes;
}

/** The province whose past communes are known. */
export const PAST_PROVINCE = '11';

/** "tỉnh Điện Biên", as a sentence names a province; the code where the directory has none. */
export function provinceLabel(code: string): string {
	const province = loadProvinces().find((each) => each.code === code);
	return province ? `${province.kind} ${province.name}` : code;
}

function readRows(file: string): Record<string, string>[] {
	return parse(readFileSync(resolve(FOLDER, file)), { columns: true });
}

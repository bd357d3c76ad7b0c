import type { Unit } from '../facts.ts';
import { cellsOf, type Frame } from '../frames.ts';
import type { GridPoint } from './crossings.ts';
import { GRID_PER_DEGREE } from './draw-map.ts';
import type { GridArc } from './rings.ts';
import { territoryAreaKm2, territoryOf, type Territory } from './territory.ts';

const METADATA = JSON.stringify({
	demonstration: true,
	note: 'Ranh giới minh họa, không phải địa giới thật'
});

type Properties = Record<string, string | number | null>;

function geometryJson(territory: Territory): string {
	const pair = ([x, y]: GridPoint): string => `[${x / GRID_PER_DEGREE},${y / GRID_PER_DEGREE}]`;
	const polygons = territory.map(
		(rings) => `[${rings.map((ring) => `[${ring.map(pair).join(',')}]`).join(',')}]`
	);
	return polygons.length === 1
		? `{"type":"Polygon","coordinates":${polygons.join()}}`
		: `{"type":"MultiPolygon","coordinates":[${polygons.join(',')}]}`;
}

/** A FeatureCollection with one feature a line, so that differences can be read. */
function collectionJson(
	features: readonly { properties: Properties; territory: Territory }[]
): string {
	const lines = features.map(
		({ properties, territory }) =>
			`{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":${geometryJson(territory)}}`
	);
	return `{"type":"FeatureCollection","metadata":${METADATA},"features":[\n${lines.join(',\n')}\n]}\n`;
}

function properties(
	unit: Pick<Unit, 'code' | 'name'>,
	kind: string,
	territory: Territory,
	frame: Frame,
	parent: Properties
): Properties {
	return {
		code: unit.code,
		name: unit.name,
		type: kind,
		full_name: `${kind} ${unit.name}`,
		...parent,
		area_km2: Math.round(territoryAreaKm2(territory) * 100) / 100,
		valid_from: frame.validFrom,
		valid_to: frame.validTo ?? null
	};
}

export function communeBoundaries(arcs: readonly GridArc[], frame: Frame): string {
	return collectionJson(
		frame.units.map((unit) => {
			const territory = territoryOf(arcs, cellsOf(frame, unit.code));
			const parent: Properties =
				unit.districtCode === ''
					? {}
					: { district_code: unit.districtCode, district: unit.district };
			return { territory, properties: properties(unit, unit.kind, territory, frame, parent) };
		})
	);
}

/** A district of a frame that has districts, with the first-frame communes it consists of. */
interface District {
	readonly code: string;
	readonly name: string;
	readonly kind: string;
	readonly cells: readonly number[];
}

const DISTRICT_KINDS = ['Thành phố', 'Thị xã', 'Huyện'];

export function districtsOf(frame: Frame): District[] {
	const byCode = new Map<string, { fullName: string; cells: number[] }>();
	for (const unit of frame.units) {
		const district = byCode.get(unit.districtCode) ?? { fullName: unit.district, cells: [] };
		district.cells.push(...cellsOf(frame, unit.code));
		byCode.set(unit.districtCode, district);
	}
	return [...byCode]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([code, { fullName, cells }]) => {
			const kind = DISTRICT_KINDS.find((candidate) => fullName.startsWith(`${candidate} `)) ?? '';
			return { code, name: fullName.slice(kind.length + 1), kind, cells };
		});
}

export function districtBoundaries(arcs: readonly GridArc[], frame: Frame): string {
	return collectionJson(
		districtsOf(frame).map((district) => {
			const territory = territoryOf(arcs, district.cells);
			return { territory, properties: properties(district, district.kind, territory, frame, {}) };
		})
	);
}

import type { Feature, Polygon, Position } from 'geojson';
import { topology } from 'topojson-server';
import type { Topology } from 'topojson-specification';
import type { FrameUnit } from '#lib/view/wire.ts';

/** An invented frame, as large as wanted. */
export interface Grid {
	topology: Topology;
	units: FrameUnit[];
	extent: [number, number, number, number];
}

const EXTENT: Grid['extent'] = [102.1, 20.9, 103.7, 22.6];
/** Four edges of this many segments: about 50 corners a unit. */
const SEGMENTS = 12;
const PRECISION = 100_000;

/** Cells with wavy edges that neighbours share, as a server would send them. */
export function makeGrid(count: number): Grid {
	const columns = Math.ceil(Math.sqrt(count));
	const rows = Math.ceil(count / columns);
	const [west, south, east, north] = EXTENT;
	const width = (east - west) / columns;
	const height = (north - south) / rows;
	// The same for the cells on both sides of an edge, because it depends on the place only.
	const bend = (x: number, y: number): Position => [
		west + width * (x + 0.12 * Math.sin(7 * y + 3 * x) * Math.sin(Math.PI * y)),
		south + height * (y + 0.12 * Math.sin(7 * x + 5 * y) * Math.sin(Math.PI * x))
	];
	const features: Feature<Polygon>[] = [];
	const units: FrameUnit[] = [];
	for (let id = 1; id <= count; id++) {
		const x = (id - 1) % columns;
		const y = Math.floor((id - 1) / columns);
		features.push({
			type: 'Feature',
			id,
			properties: {},
			geometry: { type: 'Polygon', coordinates: [ring(x, y, bend)] }
		});
		units.push(toUnit(id, bend(x + 0.5, y + 0.5) as [number, number]));
	}
	const units_ = { type: 'FeatureCollection' as const, features };
	return { topology: topology({ units: units_ }, PRECISION), units, extent: EXTENT };
}

function ring(x: number, y: number, bend: (x: number, y: number) => Position): Position[] {
	const steps = Array.from({ length: SEGMENTS }, (_, at) => at / SEGMENTS);
	const corners = [
		...steps.map((at) => bend(x + at, y)),
		...steps.map((at) => bend(x + 1, y + at)),
		...steps.map((at) => bend(x + 1 - at, y + 1)),
		...steps.map((at) => bend(x, y + 1 - at))
	];
	return [...corners, corners[0]!];
}

function toUnit(id: number, label: [number, number]): FrameUnit {
	return {
		id,
		code: String(id).padStart(5, '0'),
		name: `Mường ${id}`,
		kind: 'Xã',
		level: 'commune',
		parentName: null,
		validFrom: '2017-01-01',
		validTo: null,
		areaKm2: 70 + (id % 50),
		label,
		districts: [],
		population: {},
		makeup: [],
		formers: [],
		estimated: false
	};
}

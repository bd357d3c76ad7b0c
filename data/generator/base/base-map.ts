import type {
	Feature,
	FeatureCollection,
	Geometry,
	Polygon,
	MultiPolygon,
	Position
} from 'geojson';
import { join, largestPart, nearest, shortestPath, smooth, type Network } from './paths.ts';

type Unit = Feature<Polygon | MultiPolygon, { code: string; name: string }>;
type Layer = FeatureCollection<Geometry, Record<string, string | number>>;

/** Layers of a base map, by the names that the application knows. */
export interface BaseMap {
	relief: Layer;
	rivers: Layer;
	roads: Layer;
	places: Layer;
}

/** Where invented rivers spring and end, as shares of the province's width and height from the south-west. */
const RIVERS = [
	{ name: 'Sông A (minh họa)', from: [0.1, 0.95], to: [0.75, 0.02] },
	{ name: 'Sông B (minh họa)', from: [0.95, 0.7], to: [0.55, 0.35] },
	{ name: 'Sông C (minh họa)', from: [0.3, 0.5], to: [0.6, 0.75] }
] as const;
/** Communes that a road leads to from the seat of the province, by code. */
const ROADS = ['03217', '03256', '03172', '03203', '03160'];
const SEAT = '03127';
/** A river leaves the boundary that it follows between so many of its points. */
const MEANDER = 14;
/** Widths of hills as shares of the communes that they stand in. */
const HILLS = [0.75, 0.5];
const HILL_CORNERS = 24;

/**
 * Rivers, roads, places and hills for the demonstration's invented land: rivers run along boundaries, roads from
 * commune to commune. Nothing of it is real.
 *
 * @param communes boundaries of the demonstration
 */
export function inventBaseMap(communes: readonly Unit[]): BaseMap {
	const rings = new Map(communes.map((unit) => [unit, largestRing(unit.geometry)]));
	const middles = communes.map((unit) => middleOf(rings.get(unit) ?? []));
	const banks = riverBanks([...rings.values()]);
	const all = [...rings.values()].flat();
	const xs = all.map(([x = 0]) => x);
	const ys = all.map(([, y = 0]) => y);
	const [west, east] = [Math.min(...xs), Math.max(...xs)];
	const [south, north] = [Math.min(...ys), Math.max(...ys)];
	const place = ([x, y]: readonly [number, number]): Position => [
		west + x * (east - west),
		south + y * (north - south)
	];
	const connected = largestPart(banks);
	const bank = (share: readonly [number, number]) => nearest(banks, connected, place(share));
	const ways = roadNetwork([...rings.values()], middles);
	const codes = communes.map(({ properties }) => properties.code);
	return {
		relief: layer(
			[...rings.values()].flatMap((ring, at) =>
				HILLS.map((size) => ({
					geometry: { type: 'Polygon', coordinates: [hill(ring, middles[at] ?? [0, 0], size)] },
					properties: { shade: 1 }
				}))
			)
		),
		rivers: layer(
			RIVERS.map(({ name, from, to }) => ({
				geometry: line(everyNth(shortestPath(banks, bank(from), bank(to)), MEANDER), 3),
				properties: { name }
			}))
		),
		roads: layer(
			ROADS.map((code, at) => ({
				geometry: line(shortestPath(ways, codes.indexOf(SEAT), codes.indexOf(code)), 3),
				properties: { name: `Đường ${at + 1} (minh họa)` }
			}))
		),
		places: layer(
			middles
				.filter((_, at) => at % 9 === 4)
				.map((middle, at) => ({
					geometry: { type: 'Point', coordinates: beside(middle) },
					properties: { name: `Núi ${at + 1} (minh họa)` }
				}))
		)
	};
}

function layer(
	features: readonly { geometry: Geometry; properties: Record<string, string | number> }[]
): Layer {
	return {
		type: 'FeatureCollection',
		features: features.map((feature) => ({ type: 'Feature', ...feature }))
	};
}

/** Off the middle of a commune, where its name stands. */
function beside([x = 0, y = 0]: Position): Position {
	return [x + 0.02, y - 0.035];
}

function everyNth(path: readonly Position[], n: number): Position[] {
	return path.filter((_, at) => at % n === 0 || at === path.length - 1);
}

function line(path: readonly Position[], rounds: number): Geometry {
	return { type: 'LineString', coordinates: smooth(path, rounds) };
}

/** Boundaries between communes as a network: what two communes have in common. */
function riverBanks(rings: readonly Position[][]): Network {
	const network: Network = { places: [], neighbours: [] };
	const known = new Map<string, number>();
	const seen = new Set<string>();
	const indexOf = (position: Position) => {
		const key = position.join();
		const index = known.get(key) ?? network.places.push(position) - 1;
		if (!known.has(key)) {
			known.set(key, index);
			network.neighbours.push(new Map());
		}
		return index;
	};
	for (const ring of rings) {
		ring.slice(1).forEach((end, index) => {
			const start = ring[index] ?? end;
			const key = [start.join(), end.join()].sort().join(' ');
			if (seen.has(key)) join(network, indexOf(start), indexOf(end));
			seen.add(key);
		});
	}
	return network;
}

/** Communes that have a boundary in common, by their middles. */
function roadNetwork(rings: readonly Position[][], middles: readonly Position[]): Network {
	const network: Network = {
		places: [...middles],
		neighbours: middles.map(() => new Map<number, number>())
	};
	const owners = new Map<string, number>();
	rings.forEach((ring, at) => {
		for (const position of ring) {
			const owner = owners.get(position.join());
			if (owner === undefined) owners.set(position.join(), at);
			else if (owner !== at) join(network, owner, at);
		}
	});
	return network;
}

function hill(ring: readonly Position[], [x = 0, y = 0]: Position, size: number): Position[] {
	const reach = Math.min(...ring.map(([left = 0, top = 0]) => Math.hypot(left - x, top - y)));
	const corners = Array.from({ length: HILL_CORNERS }, (_, at): Position => {
		const angle = (2 * Math.PI * at) / HILL_CORNERS;
		return [x + Math.cos(angle) * reach * size * 1.2, y + Math.sin(angle) * reach * size];
	});
	return [...corners, ...corners.slice(0, 1)];
}

function largestRing({ type, coordinates }: Polygon | MultiPolygon): Position[] {
	const outer =
		type === 'Polygon'
			? coordinates.slice(0, 1)
			: coordinates.flatMap(([ring]) => (ring ? [ring] : []));
	return outer.reduce((largest, ring) => (ring.length > largest.length ? ring : largest), []);
}

function middleOf(ring: readonly Position[]): Position {
	const sum = ring.reduce<[number, number]>(
		([x, y], [left = 0, top = 0]) => [x + left, y + top],
		[0, 0]
	);
	return [sum[0] / ring.length, sum[1] / ring.length];
}

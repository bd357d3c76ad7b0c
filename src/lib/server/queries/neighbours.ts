import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { GeometryCollection, MultiPolygon, Topology } from 'topojson-specification';
import { queenNeighbours } from '#lib/domain/space/neighbours.ts';
import type { Frame } from '#lib/domain/unit.ts';
import type { Queryable } from '../db/database.ts';
import { getFrameBoundaries } from './boundaries.ts';

const unzip = promisify(gunzip);

/** Ids of the communes that share a border or a corner with each commune of a frame. */
export async function getNeighbours(db: Queryable, frame: Frame): Promise<Map<number, number[]>> {
	const { body } = await getFrameBoundaries(db, frame);
	const topology = JSON.parse((await unzip(body)).toString('utf8')) as Topology<{
		units: GeometryCollection;
	}>;
	const geometries = topology.objects.units.geometries as MultiPolygon[];
	const ids = geometries.map(({ id }) => Number(id));
	const neighbours = queenNeighbours(
		topology.arcs,
		geometries.map(({ arcs }) => arcs ?? [])
	);
	return new Map(ids.map((id, at) => [id, neighbours[at]!.map((other) => ids[other]!)]));
}

import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PMTiles, TileType } from 'pmtiles';
import * as v from 'valibot';
import { BASE_MAP_LAYERS, type BaseMap } from '#lib/view/base-map.ts';
import { DiskSource } from './disk-source.ts';
import { resourcePath } from '../resources.ts';

/** A base map on the disk, and its description for pages. */
export interface BaseMapFile {
	path: string;
	/** In bytes. */
	size: number;
	told: BaseMap;
}

/** What `findBaseMap` came to. */
export type FoundBaseMap =
	| { is: 'none' }
	| { is: 'found'; file: BaseMapFile }
	| { is: 'unreadable'; path: string; detail: string };

/** The base map of the demonstration's invented land. */
const DEMONSTRATION_FILE = resourcePath('data/base/demo.pmtiles');
const ENDING = '.pmtiles';

const metadataSchema = v.object({
	attribution: v.optional(v.string()),
	description: v.optional(v.string()),
	vector_layers: v.array(v.object({ id: v.string() }))
});

/**
 * The province's base map: the file in `base/` of the data directory whose name comes first, else that of the
 * demonstration while its data is loaded.
 */
export async function findBaseMap(dataDir: string, demonstration: boolean): Promise<FoundBaseMap> {
	const folder = join(dataDir, 'base');
	const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(ENDING));
	const [first] = names.sort();
	if (first !== undefined) return readBaseMap(join(folder, first));
	return demonstration ? readBaseMap(DEMONSTRATION_FILE) : { is: 'none' };
}

/** The file that was read last: every page asks, and files seldom change. */
let latest: { key: string; found: Promise<FoundBaseMap> } | undefined;

/** Reads what a PMTiles file holds, without its tiles. */
async function readBaseMap(path: string): Promise<FoundBaseMap> {
	const known = await stat(path).catch((error: unknown) => unreadable(path, error));
	if ('is' in known) return known;
	const key = `${path} ${known.size} ${known.mtimeMs}`;
	if (latest?.key !== key) {
		const found = readFile(path, known.size, key).catch((error: unknown) =>
			unreadable(path, error)
		);
		latest = { key, found };
	}
	return latest.found;
}

async function readFile(path: string, size: number, key: string): Promise<FoundBaseMap> {
	const tiles = new PMTiles(new DiskSource(path));
	const { tileType, minZoom, maxZoom } = await tiles.getHeader();
	if (tileType !== TileType.Mvt) throw new Error('its tiles are not vector tiles (MVT)');
	const metadata = v.parse(metadataSchema, await tiles.getMetadata());
	const ids = metadata.vector_layers.map(({ id }) => id);
	const layers = BASE_MAP_LAYERS.filter((layer) => ids.includes(layer));
	if (layers.length === 0)
		throw new Error(`it has none of the layers ${BASE_MAP_LAYERS.join(', ')}`);
	const version = createHash('sha256').update(key).digest('hex').slice(0, 16);
	const told = {
		url: `/api/base-map/${version}.pmtiles`,
		layers,
		minZoom,
		maxZoom,
		attribution: plainText(metadata.attribution ?? metadata.description ?? '')
	};
	return { is: 'found', file: { path, size, told } };
}

function unreadable(path: string, error: unknown): FoundBaseMap & { is: 'unreadable' } {
	return { is: 'unreadable', path, detail: error instanceof Error ? error.message : String(error) };
}

/** Attributions are often HTML; they are shown as text. */
function plainText(markup: string): string {
	return markup.replaceAll(/<[^>]*>/g, '').trim();
}

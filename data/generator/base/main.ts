/**
 * Writes the base map of the demonstration: npx tsx data/generator/base/main.ts
 * GDAL cuts the invented rivers, roads, places and hills into tiles of one PMTiles file.
 */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { escapeMarkup } from '#lib/server/escape-markup.ts';
import { readDemo } from '../demo-files.ts';
import { inventBaseMap } from './base-map.ts';

type Communes = FeatureCollection<Polygon | MultiPolygon, { code: string; name: string }>;
interface Gdal {
	open(file: string): Promise<{ datasets: object[] }>;
	ogr2ogr(dataset: object, options: string[], name: string): Promise<{ real: string }>;
}

const TARGET = fileURLToPath(new URL('../../base/demo.pmtiles', import.meta.url));
const ATTRIBUTION = 'Nền minh họa: sông, đường, núi được dựng để thử';

const { features } = JSON.parse(readDemo('boundaries-2025.geojson')) as Communes;
const folder = mkdtempSync(join(tmpdir(), 'diaban-base-'));
try {
	// A virtual dataset makes one of several layers.
	const input = join(folder, 'base.vrt');
	const layers = Object.entries(inventBaseMap(features)).map(
		([name, layer]) =>
			`<OGRVRTLayer name="${name}"><SrcDataSource>${escapeMarkup(JSON.stringify({ ...layer, name }))}</SrcDataSource><SrcLayer>${name}</SrcLayer></OGRVRTLayer>`
	);
	writeFileSync(input, `<OGRVRTDataSource>${layers.join('')}</OGRVRTDataSource>`);
	const gdal = await openGdal();
	const { datasets } = await gdal.open(input);
	const [dataset] = datasets;
	if (!dataset) throw new Error('GDAL cannot read the invented layers');
	const options = ['-f', 'PMTiles', '-dsco', 'MINZOOM=6', '-dsco', 'MAXZOOM=10'];
	const { real } = await gdal.ogr2ogr(
		dataset,
		[...options, '-dsco', 'NAME=Diaban demo', '-dsco', `DESCRIPTION=${ATTRIBUTION}`],
		'base'
	);
	copyFileSync(real, TARGET);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

async function openGdal(): Promise<Gdal> {
	const require = createRequire(import.meta.url);
	const entry = require.resolve('gdal3.js/node.js');
	const start = require(entry) as (options: object) => Promise<Gdal>;
	const files = relative(process.cwd(), join(dirname(entry), 'dist/package'));
	return start({ path: files, dest: folder, useWorker: false });
}

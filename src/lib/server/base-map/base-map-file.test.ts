import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findBaseMap } from './base-map-file.ts';

let dataDir: string;
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'diaban-base-map-'))));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

it('finds the invented one while the demonstration is loaded, and none without it', async () => {
	expect(await findBaseMap(dataDir, true)).toMatchObject({
		is: 'found',
		file: {
			told: {
				layers: ['relief', 'rivers', 'roads', 'places'],
				minZoom: 6,
				maxZoom: 10,
				attribution: 'Nền minh họa: sông, đường, núi được dựng để thử'
			}
		}
	});
	expect(await findBaseMap(dataDir, false)).toEqual({ is: 'none' });
});

it('takes the province’s own file before the invented one, under an address that changes with it', async () => {
	mkdirSync(join(dataDir, 'base'));
	const own = join(dataDir, 'base', 'tinh.pmtiles');
	copyFileSync('data/base/demo.pmtiles', own);
	const [found, invented] = [await findBaseMap(dataDir, true), await findBaseMap('/nowhere', true)];
	if (found.is !== 'found' || invented.is !== 'found') throw new Error('not found');
	expect(found.file.path).toBe(own);
	expect(found.file.told.url).not.toBe(invented.file.told.url);
});

it('says what is wrong with a file that is none', async () => {
	mkdirSync(join(dataDir, 'base'));
	writeFileSync(join(dataDir, 'base', 'tinh.pmtiles'), 'PMTiles? No.');
	expect(await findBaseMap(dataDir, true)).toMatchObject({ is: 'unreadable' });
});

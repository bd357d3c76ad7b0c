import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../fixtures/boundary-file.ts';
import { writeLargeFile } from '../fixtures/write-large-file.ts';
import { linesOf, spawnScript } from './children.ts';
import { createServerDatabase } from '../fixtures/server-database.ts';
import { serverUrl } from './databases.ts';

/** A file of 100 MB; half a million corners are what its checks have to do with. */
const LARGE = { communes: 400, corners: 1250, textBytes: 210_000 };
/** The most that the process may hold; Node.js alone with the open database holds about 100. */
const MEMORY_MB = 300;

/** The import runs in a process of its own, so that its memory is its own. */
describe('a large boundary file', () => {
	const folder = temporaryFolder();
	afterAll(() => folder.remove());

	it.skipIf(serverUrl === undefined)(
		'is loaded into a server without being held in memory',
		async () => {
			const file = join(folder.path, 'large.geojson');
			const bytes = writeLargeFile(file, LARGE);
			const { url, drop } = await createServerDatabase(serverUrl ?? '');
			const child = spawnScript('tests/fixtures/measured-import.ts', [file], { DATABASE_URL: url });
			let told = '';
			for await (const line of linesOf(child)) told += line;
			await drop();
			const result = JSON.parse(told) as { openedMb: number; peakMb: number };
			expect(result).toMatchObject({ outcome: 'loaded', written: LARGE.communes, bytes });
			expect(bytes).toBeGreaterThan(95e6);
			expect(result.peakMb).toBeLessThan(MEMORY_MB);
		},
		120_000
	);
});

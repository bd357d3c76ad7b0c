import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { demonstrationCopyPath } from '../db/embedded/demonstration-copy.ts';
import { openEmbedded, prepareCache } from '../db/embedded/embedded.ts';
import { loadDemonstrationIfEmpty } from './dataset.ts';
import { seedCatalogue } from './seed-catalogue.ts';

/** Run by a build, so that its first start is as fast as later ones. */
await prepareCache();
const copy = demonstrationCopyPath();
if (copy !== undefined && !existsSync(copy)) await makeDemonstrationCopy(copy);

/** Loads the demonstration data once, as a first start would, and keeps a copy of the database instead of former ones. */
async function makeDemonstrationCopy(path: string): Promise<void> {
	const dataDir = mkdtempSync(join(tmpdir(), 'diaban-demonstration-'));
	try {
		const database = await openEmbedded(dataDir, 'npm run build');
		try {
			await seedCatalogue(database.db);
			await loadDemonstrationIfEmpty(database);
			const snapshot = await database.snapshot();
			if (snapshot === null) throw new Error('An embedded database writes snapshots.');
			const cache = dirname(path);
			mkdirSync(cache, { recursive: true });
			for (const name of readdirSync(cache)) {
				if (name.startsWith('demonstration-')) rmSync(join(cache, name));
			}
			copyFileSync(snapshot, path);
		} finally {
			await database.close();
		}
	} finally {
		rmSync(dataDir, { recursive: true, force: true });
	}
}

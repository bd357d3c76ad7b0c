import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, startBuilt } from '../../scripts/prepare.mjs';

/** The server that browser tests look at: the present sources on a database of its own, gone afterwards. */
const dataDir = mkdtempSync(join(tmpdir(), 'diaban-e2e-'));
process.env.DATA_DIR = dataDir;
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));

await ensureBuilt();
await startBuilt();

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDemonstration } from '#lib/server/data/dataset.ts';
import { seedCatalogue } from '#lib/server/data/seed-catalogue.ts';
import { openInMemory } from '#lib/server/db/embedded/embedded.ts';
import { listOverlayShares } from '#lib/server/queries/overlay-shares.ts';
import { PROJECT } from '../../scripts/run-tool.mjs';
import { runImportChild } from './import-process.ts';
import { median, report, reportSkipped } from './measurement.ts';
import { NATIONAL, NATIONAL_MISSING } from './samples.ts';

export const TOPOLOGY = ['topology-report-national', 'succession-overlay'];
const ROUNDS = 3;
const LIMIT = 2;

const MAPSHAPER = join(PROJECT, 'node_modules/mapshaper/bin/mapshaper');

/** Overlaps and gaps of all of Vietnam against cleaning them, and a succession derived from areas. */
export async function benchTopology(): Promise<void> {
	const missing =
		NATIONAL_MISSING ??
		(existsSync(MAPSHAPER)
			? undefined
			: 'mapshaper is not installed (npm install --no-save --omit=optional mapshaper)');
	if (missing) reportSkipped(['topology-report-national'], missing);
	else benchReport();
	await benchOverlay();
}

function benchReport(): void {
	const folder = mkdtempSync(join(tmpdir(), 'diaban-bench-'));
	try {
		const cleaning: number[] = [];
		const ours: number[] = [];
		for (let round = 0; round < ROUNDS; round++) {
			cleaning.push(clean(join(folder, 'clean.json')) - clean(join(folder, 'read.json'), false));
			const { topologyMs } = runImportChild('import', NATIONAL, join(folder, `data-${round}`));
			ours.push(topologyMs);
		}
		report({
			name: 'topology-report-national',
			unit: 'ms',
			limit: LIMIT,
			value: median(ours),
			baseline: median(cleaning)
		});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Milliseconds that mapshaper takes, with and without cleaning: the difference is the cleaning. */
function clean(target: string, cleaning = true): number {
	const begun = performance.now();
	const args = [NATIONAL, ...(cleaning ? ['-clean'] : []), '-o', target];
	const { status, stderr } = spawnSync(process.execPath, [MAPSHAPER, ...args], {
		encoding: 'utf8'
	});
	if (status !== 0) throw new Error(stderr);
	return performance.now() - begun;
}

async function benchOverlay(): Promise<void> {
	const database = await openInMemory();
	try {
		await seedCatalogue(database.db);
		await loadDemonstration(database);
		const begun = performance.now();
		const shares = await listOverlayShares(database.db, '2025-07-01');
		if (shares.length < 129) throw new Error(`${shares.length} shares`);
		report({ name: 'succession-overlay', value: (performance.now() - begun) / 1000, unit: 's' });
	} finally {
		await database.close();
	}
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServer } from '#lib/server/db/server.ts';
import { openTestPostgres } from '../../scripts/test-postgres.mjs';
import { createServerDatabase } from '../fixtures/server-database.ts';
import { largeCommuneFile } from '../fixtures/large-commune.ts';
import { runImportChild } from './import-process.ts';
import { median, report, reportSkipped, type Wanted } from './measurement.ts';

const EMBEDDED = 'check-large-commune-embedded';
const POSTGRES = 'check-large-commune-postgres';
export const LARGE_COMMUNE = [EMBEDDED, POSTGRES];

const CORNERS = 200_000;
const SIMPLIFIED = 2000;
const ROUNDS = 3;
const LIMIT = 3;

/** The check of a commune of 200,000 corners against the same simplified, for each corner. */
export async function benchLargeCommune(wanted: Wanted): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'diaban-bench-'));
	try {
		const files = [CORNERS, SIMPLIFIED].map((corners) => {
			const file = join(folder, `${corners}.geojson`);
			writeFileSync(file, largeCommuneFile(corners));
			return { corners, file };
		});
		if (wanted(EMBEDDED)) {
			let databases = 0;
			await compare(EMBEDDED, files, (work) => work(join(folder, `data-${databases++}`)));
		}
		if (wanted(POSTGRES)) await onServer(files);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

interface Sample {
	corners: number;
	file: string;
}

async function onServer(files: readonly Sample[]): Promise<void> {
	const postgres = await openTestPostgres();
	if ('missing' in postgres) {
		const way = '(name a server with PostGIS in TEST_DATABASE_URL)';
		return reportSkipped([POSTGRES], `${postgres.missing} ${way}`);
	}
	try {
		await compare(POSTGRES, files, async (work) => {
			const created = await createServerDatabase(postgres.url);
			try {
				await (await openServer(created.url)).close();
				return work(created.url);
			} finally {
				await created.drop();
			}
		});
	} finally {
		postgres.stop();
	}
}

/** @param onFresh hands the place of an empty database to some work */
async function compare(
	name: string,
	files: readonly Sample[],
	onFresh: (work: (at: string) => number) => number | Promise<number>
): Promise<void> {
	/** Microseconds for each corner. */
	const perCorner = new Map<number, number>();
	for (const { corners, file } of files) {
		const rounds: number[] = [];
		for (let round = 0; round < ROUNDS; round++) {
			rounds.push(
				await onFresh((at) => {
					const { loadMs, topologyMs } = runImportChild('import', file, at);
					return loadMs + topologyMs;
				})
			);
		}
		perCorner.set(corners, (1000 * median(rounds)) / corners);
	}
	report({
		name,
		unit: 'µs a corner',
		limit: LIMIT,
		value: perCorner.get(CORNERS)!,
		baseline: perCorner.get(SIMPLIFIED)
	});
}

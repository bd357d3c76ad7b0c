import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp, startServer, type App } from './app.ts';
import { median, report } from './measurement.ts';
import { nodeOutput } from './node-process.ts';

const ROUNDS = 5;
const LIMIT = 1;
/** A start may take as long as this many of a server that does nothing, and opening the database. */
const BARE_STARTS = 3;

const PARTS = ['listen', 'load', 'database', 'first-page'] as const;
export const SECOND_START = [
	'second-start',
	...PARTS.map((part) => `second-start-${part}`),
	'second-start-bare-node',
	'second-start-bare-database'
];

const BARE_SERVER = `require('http').createServer((_, response) => response.end('ok'))
	.listen(process.env.PORT, '127.0.0.1')`;
const BARE_DATABASE = `
	const begun = performance.now();
	const { PGlite } = await import('@electric-sql/pglite');
	const { postgis } = await import('@electric-sql/pglite-postgis');
	const { btree_gist } = await import('@electric-sql/pglite/contrib/btree_gist');
	const extensions = { postgis, btree_gist };
	const database = await PGlite.create(process.env.DIRECTORY, { extensions });
	await database.query('select 1');
	console.log(performance.now() - begun);
	await database.close();`;

/** From calling `npm start` (without npm's own time) to the first page, where everything is prepared. */
export async function benchSecondStart(): Promise<void> {
	const dataDir = mkdtempSync(join(tmpdir(), 'diaban-bench-'));
	const times = { start: [], bare: [], database: [] } as Record<string, number[]>;
	const parts = Object.fromEntries(PARTS.map((part) => [part, [] as number[]]));
	try {
		await (await startApp(dataDir)).stop();
		for (let round = 0; round < ROUNDS; round++) {
			const app = await startApp(dataDir, 'scripts/start.mjs');
			await app.stop();
			times.start!.push(app.firstPage - app.spawned);
			for (const [part, ms] of Object.entries(partsOf(app))) parts[part]!.push(ms);
			const bare = await startServer(['--eval', BARE_SERVER], {});
			await bare.stop();
			times.bare!.push(bare.firstPage - bare.spawned);
			times.database!.push(openDirectory(join(dataDir, 'pgdata')));
		}
	} finally {
		rmSync(dataDir, { recursive: true, force: true });
	}
	const bare = median(times.bare!);
	const database = median(times.database!);
	report({
		name: 'second-start',
		value: median(times.start!) / 1000,
		unit: 's',
		baseline: (BARE_STARTS * bare + database) / 1000,
		limit: LIMIT
	});
	for (const part of PARTS) {
		report({ name: `second-start-${part}`, value: median(parts[part]!), unit: 'ms' });
	}
	report({ name: 'second-start-bare-node', value: bare, unit: 'ms' });
	report({ name: 'second-start-bare-database', value: database, unit: 'ms' });
}

/** Milliseconds until the port is open; then to load the application, to open its database, to answer. */
function partsOf({ lines, spawned, firstPage }: App): Record<(typeof PARTS)[number], number> {
	const listening = lines.find(({ text }) => text.startsWith('Diaban: http'))?.at ?? NaN;
	const line = lines.find(({ text }) => text.includes('"database-open"'));
	const opened = line?.at ?? NaN;
	const { openMs } = JSON.parse(line?.text ?? '{}') as { openMs: number };
	return {
		listen: listening - spawned,
		load: opened - openMs - listening,
		database: openMs,
		'first-page': firstPage - opened
	};
}

/** Milliseconds to open the database with nothing but its own library. */
function openDirectory(directory: string): number {
	return Number(
		nodeOutput(['--input-type=module', '--eval', BARE_DATABASE], { DIRECTORY: directory })
	);
}

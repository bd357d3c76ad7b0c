import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What dependency-cruiser reports, as far as it is read here. */
interface Report {
	summary: { violations: { from: string; to: string; rule: { name: string } }[] };
}

/** Planted files that break one rule each: what is in them and the rule that must say so. */
const FAULTS: [file: string, source: string, rule: string][] = [
	['src/lib/domain/reads-disk.ts', "import 'node:fs';", 'browser-not-node'],
	['src/lib/domain/looks-up.ts', "import '#lib/view/target.ts';", 'domain-imports'],
	['src/lib/domain/draws.ts', "import 'svelte';", 'domain-imports'],
	['src/lib/view/reads-disk.ts', "import 'node:path';", 'browser-not-node'],
	['src/lib/view/draws.ts', "import '#lib/map/target.ts';", 'view-imports'],
	['src/lib/state/draws.ts', "import '#lib/map/target.ts';", 'state-imports'],
	['src/lib/map/asks.ts', "import '#lib/server/db/target.ts';", 'map-imports'],
	[
		'src/lib/components/Asks.svelte',
		"<script>import '#lib/server/db/target.ts';</script>",
		'components-not-server'
	],
	['src/lib/server/db/shows.ts', "import '#lib/view/target.ts';", 'server-db-imports'],
	['src/lib/server/import/asks.ts', "import '../queries/target.ts';", 'server-import-imports'],
	['src/lib/server/queries/writes.ts', "import '../import/target.ts';", 'server-queries-imports'],
	['src/lib/server/queries/answers.ts', "import '../http/target.ts';", 'server-not-edge'],
	['src/lib/server/data/shows.ts', "import '#lib/view/target.ts';", 'server-data-imports'],
	['src/lib/server/http/draws.ts', "import '#lib/map/target.ts';", 'server-edge-imports'],
	['src/lib/server/draws.ts', "import '#lib/components/target.ts';", 'server-not-browser'],
	['src/routes/+server.ts', "import '#lib/components/target.ts';", 'server-routes-imports'],
	['src/routes/+page.ts', "import '#lib/server/db/target.ts';", 'pages-not-server'],
	['src/lib/components/goes.ts', "import '../../routes/target.ts';", 'nothing-imports-routes'],
	['src/lib/map/tests.ts', "import '../../../tests/target.ts';", 'product-stands-alone'],
	['src/lib/map/about.ts', "import './round.ts';", 'no-cycles'],
	['src/lib/view/all.ts', "import './index.ts';", 'no-barrels'],
	['src/lib/view/nowhere.ts', "import './nowhere-at-all.ts';", 'resolvable']
];

/** Files that the planted ones import, and some that keep to the rules. */
const NEIGHBOURS: Record<string, string> = {
	'package.json': '{ "type": "module", "imports": { "#lib/*": "./src/lib/*" } }',
	'src/lib/map/round.ts': "import './about.ts';",
	'src/lib/view/index.ts': 'export const one = 1;',
	'src/lib/domain/target.ts': "import './other.ts';",
	'src/lib/domain/other.ts': 'export const one = 1;',
	'src/lib/domain/other.test.ts': "import 'node:fs'; import './other.ts';",
	'src/lib/view/target.ts': "import '#lib/domain/target.ts';",
	'src/lib/state/target.ts': "import '#lib/view/target.ts';",
	'src/lib/map/target.ts': "import '#lib/state/target.ts'; import 'virtual:maplibre-folder';",
	'src/lib/components/target.ts': "import '#lib/map/target.ts';",
	'src/lib/server/db/target.ts': "import 'node:fs'; import '#lib/domain/target.ts';",
	'src/lib/server/queries/target.ts': "import '../db/target.ts';",
	'src/lib/server/import/target.ts': "import '../db/target.ts';",
	'src/lib/server/http/target.ts': "import '../queries/target.ts';",
	'src/routes/target.ts': "import '#lib/components/target.ts';",
	'src/routes/+page.server.ts': "import '#lib/server/queries/target.ts';",
	'tests/target.ts': "import '../src/lib/server/http/target.ts';"
};

describe('import rules', () => {
	const folder = mkdtempSync(join(tmpdir(), 'diaban-import-rules-'));
	let violations: Report['summary']['violations'] = [];

	beforeAll(() => {
		const files = [...Object.entries(NEIGHBOURS), ...FAULTS] as [string, string][];
		for (const [file, source] of files) {
			mkdirSync(dirname(join(folder, file)), { recursive: true });
			writeFileSync(join(folder, file), source);
		}
		const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
		const config = resolve('.dependency-cruiser.cjs');
		const { stdout } = spawnSync(
			process.execPath,
			[program, '--config', config, '--output-type', 'json', 'src', 'tests'],
			{ cwd: folder, encoding: 'utf8' }
		);
		violations = (JSON.parse(stdout) as Report).summary.violations;
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it.each(FAULTS)('%s: %s breaks %s', (file, _, rule) => {
		const broken = violations.filter(({ from }) => from === file).map((each) => each.rule.name);
		expect(broken).toContain(rule);
	});

	it('let pass what keeps to them', () => {
		const planted = new Set(FAULTS.map(([file]) => file));
		const others = violations.filter(({ from }) => !planted.has(from));
		expect(others.map(({ rule, from }) => `${from}: ${rule.name}`)).toEqual([]);
	});
});

import ExcelJS from 'exceljs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Problem } from '#lib/domain/problem.ts';
import type { Slide } from '#lib/domain/story/story.ts';
import { loadDemonstration } from '#lib/server/data/dataset.ts';
import { addScenario } from '#lib/server/data/scenarios.ts';
import { addStory } from '#lib/server/data/stories.ts';
import { seedCatalogue } from '#lib/server/data/seed-catalogue.ts';
import type { Database } from '#lib/server/db/database.ts';
import { openInMemory } from '#lib/server/db/embedded/embedded.ts';
import { ExportPool } from '#lib/server/exports/export-pool.ts';
import { SCENARIO } from '#lib/server/export/fixtures/scenario.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { convertAll, haveOffice } from '../office/convert.ts';
import { faultsOfAll } from '../office/support/office-faults.ts';

/** What the handlers find behind the server: a database, and a workbook that was checked. */
const server = vi.hoisted(() => ({
	database: undefined as Database | undefined,
	exports: undefined as ExportPool | undefined,
	workbook: '',
	problems: [] as Problem[]
}));
vi.mock('#lib/server/runtime.ts', () => ({
	settings: { dataDir: '/nonexistent' },
	openedDatabase: () => server.database,
	openedExports: () => server.exports,
	openedJobs: () => ({
		find: () => ({ result: { kind: 'check', report: { problems: server.problems } } })
	}),
	uploads: { find: () => server.workbook }
}));

type Handler = (event: {
	url: URL;
	params: Record<string, string>;
	request: Request;
}) => Promise<Response>;
const routes = import.meta.glob<{ GET: Handler }>([
	'../../src/routes/export/**/+server.ts',
	'!../../src/routes/export/map/**',
	'../../src/routes/api/data/jobs/[[]id=token[]]/marked.xlsx/+server.ts'
]);

const DAY = '2026-11-26';
const seen = { dataVersion: 1, counts: [] };
/** As it was pasted from PowerPoint, and stored before texts were cleaned at the door. */
const PASTED = 'Dòng một\u000bDòng hai\u0001 <&> "\uffff" 😀\nDòng ba\n';
const common = { note: PASTED, speaker: PASTED, date: DAY };
const SLIDES: Slide[] = [
	{ kind: 'text', key: 'text', title: PASTED, ...common, text: PASTED },
	{ kind: 'text', key: 'empty', title: '', note: '', speaker: '', text: '' },
	...['t=2019-12', 't=2026-10&theme=trend', 't=2026-10&theme=sites&unit=03158'].map(
		(view, at): Slide => ({ kind: 'view', key: `view ${at}`, title: view, ...common, view, seen })
	),
	...['distribution', 'funnel', 'scatter', 'ranking', 'years'].map((plot): Slide => {
		const view = 't=2026-10&theme=trend';
		return { kind: 'chart', key: plot, title: plot, ...common, plot, view, seen };
	}),
	{
		kind: 'figures',
		key: 'figures',
		title: 'Kết quả',
		...common,
		dataVersion: 1,
		figures: Array.from({ length: 8 }, () => ({ value: '42/44', label: PASTED }))
	},
	...[2, 40, 90].map((count): Slide => ({
		kind: 'plan',
		key: `plan ${count}`,
		title: 'Năm 2027',
		...common,
		scenario: 1,
		name: PASTED,
		frame: '2025-07-01',
		dataVersion: 1,
		decision: null,
		communes: Array.from({ length: count }, (_, at) => ({
			code: String(at),
			name: `Xã ${at} ${PASTED}`,
			group: 'Huyện Mường Nhé'
		}))
	}))
];

const TEMPLATES = ['months', 'indicators', 'status', 'models', 'sites', 'succession'];
const SCHEMES = ['calendar', 'reporting'];
const MONTHS = 'from=2026-01&to=2026-10';
/** What each handler writes, by its folder. */
const FILES: Record<string, { params?: Record<string, string>; query: string; name: string }[]> = {
	'export/table.xlsx': ['status', 'trend', 'sites'].map((theme) => ({
		query: `t=2026-10&theme=${theme}`,
		name: `table-${theme}.xlsx`
	})),
	'export/template.xlsx': TEMPLATES.flatMap((kind) =>
		(['months', 'indicators'].includes(kind) ? SCHEMES : ['calendar']).map((scheme) => ({
			query: `kind=${kind}&date=2026-10-31&scheme=${scheme}&indicator=`,
			name: `template-${kind}-${scheme}.xlsx`
		}))
	),
	'export/owed.xlsx': SCHEMES.map((scheme) => ({
		query: `scheme=${scheme}`,
		name: `owed-${scheme}.xlsx`
	})),
	'export/report/[file]': [
		{ params: { file: 'template.docx' }, query: '', name: 'template.docx' },
		{ params: { file: 'report.docx' }, query: MONTHS, name: 'report.docx' },
		{ params: { file: 'annex.xlsx' }, query: MONTHS, name: 'report-annex.xlsx' },
		{
			params: { file: 'report.docx' },
			query: 'from=2025-01&to=2025-12&public=1',
			name: 'report-public.docx'
		}
	],
	'export/plan/[id=id]/[file]': ['docx', 'xlsx'].map((ending) => ({
		params: { id: '1', file: `annex.${ending}` },
		query: '',
		name: `plan-annex.${ending}`
	})),
	'export/story/[id=id]/[file]': ['', 'public=1'].map((query) => ({
		params: { id: '1', file: 'slides.pptx' },
		query,
		name: `slides${query && '-public'}.pptx`
	})),
	'api/data/jobs/[id=token]/marked.xlsx': [
		{ params: { id: '1' }, query: 'file=1', name: 'marked.xlsx' }
	],
	// Text alone.
	'export/table.csv': []
};

describe('every Office file that leaves', () => {
	const folder = mkdtempSync(join(tmpdir(), 'diaban-exports-'));
	beforeAll(async () => {
		const database = await openInMemory();
		await seedCatalogue(database.db);
		await loadDemonstration(database);
		server.database = database;
		server.exports = new ExportPool(database, {
			limitMs: 120_000,
			memoryMb: 2000,
			mostWaiting: 20
		});
		await addStory(database.db, { title: PASTED, slides: SLIDES });
		const plan = { ...SCENARIO, name: PASTED, author: PASTED };
		await addScenario(database.db, plan, SCENARIO.origin);
		server.workbook = join(folder, 'sent.xlsx');
		const sent = new ExcelJS.Workbook();
		sent.addWorksheet('Số liệu').addRow(['Mã', 'Kỳ này']);
		await sent.xlsx.writeFile(server.workbook);
		server.problems = [
			{
				severity: 'error',
				code: 'number-unreadable',
				file: 'sent.xlsx',
				sheet: 'Số liệu',
				cell: 'B1',
				row: 1,
				column: 'Kỳ này',
				value: PASTED
			}
		];
	});
	afterEach(() => overwriteGetLocale(() => 'vi'));
	afterAll(async () => {
		await server.exports?.close();
		await server.database?.close();
		rmSync(folder, { recursive: true });
	});

	it('is known to this test', () => {
		expect(Object.keys(routes).map(folderOf).toSorted()).toEqual(Object.keys(FILES).toSorted());
	});

	it.each(['vi', 'en'] as const)(
		'is valid by the Open XML schema, in %s',
		async (locale) => {
			const files = await writeAll(locale);
			expect(await faultsOfAll(files)).toEqual([]);
		},
		600_000
	);

	it.skipIf(!haveOffice)(
		'opens in LibreOffice',
		async () => {
			const files = await writeAll('vi');
			const pages = convertAll(files);
			for (const name of files.keys()) expect(pages.get(name), name).toBeGreaterThan(0);
			expect(pages.get('slides.pptx')).toBe(SLIDES.length);
		},
		600_000
	);
});

function folderOf(path: string): string {
	return path.replace('../../src/routes/', '').replace('/+server.ts', '');
}

const written = new Map<string, Map<string, Uint8Array>>();

async function writeAll(locale: 'vi' | 'en'): Promise<Map<string, Uint8Array>> {
	const before = written.get(locale);
	if (before) return before;
	overwriteGetLocale(() => locale);
	const files = new Map<string, Uint8Array>();
	for (const [path, load] of Object.entries(routes)) {
		const { GET } = await load();
		for (const { params = {}, query, name } of FILES[folderOf(path)] ?? []) {
			const url = new URL(`http://localhost/?${query}`);
			const answer = await GET({ url, params, request: new Request(url) });
			if (!answer.ok) throw new Error(`${path} ${query}: ${await answer.text()}`);
			files.set(name, new Uint8Array(await answer.arrayBuffer()));
		}
	}
	written.set(locale, files);
	return files;
}

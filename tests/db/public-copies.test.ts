import { sql, type SQL } from 'drizzle-orm';
import { isHttpError } from '@sveltejs/kit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
	attack,
	putTogether,
	type Finding,
	type Print
} from '#lib/domain/disclosure/fixtures/attack.ts';
import type { SolveCounts } from '#lib/domain/disclosure/count-program.ts';
import { toMonth } from '#lib/domain/period.ts';
import { fullName } from '#lib/domain/unit.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { loadDemonstration } from '#lib/server/data/dataset.ts';
import { listLedger } from '#lib/server/data/public-copies.ts';
import type { Database } from '#lib/server/db/database.ts';
import { publicCopy } from '#lib/server/db/schema.ts';
import { auditOf, cancelAudit } from '#lib/server/disclosure/province-audit.ts';
import { viewOnPaper } from '#lib/server/export/view-sheet.ts';
import { readPaper } from '#lib/server/http/paper-request.ts';
import { readTable } from '#lib/server/http/table-request.ts';
import { getProvince } from '#lib/server/province.ts';
import { loadCountSolver } from '#lib/solver/count-solver.ts';
import { attackYears } from '../fixtures/attack-demonstration.ts';
import { scaleCounts } from '../fixtures/scaled-counts.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { contextOf } from './request-context.ts';
import { readAtlases, readTotals } from './public-files.ts';

/** What the handlers find behind the server. */
const server = vi.hoisted(() => ({ database: undefined as Database | undefined }));
vi.mock('#lib/server/runtime.ts', () => ({ openedDatabase: () => server.database }));

const NOW = toMonth(2026, 11);
const TRACK = 'TTATXH';
const TRACKS = [TRACK, 'ANTT'];
const GAP = 5;

describe.each(DRIVERS)('public copies of the demonstration, on $driver', ({ open }) => {
	let database: TestDatabase;
	let solve: SolveCounts;
	beforeAll(async () => {
		overwriteGetLocale(() => 'vi');
		solve = await loadCountSolver();
		database = await open();
		server.database = database;
		await loadDemonstration(database);
	});
	afterAll(() => database.close());

	const told = (prints: readonly Print[]): Finding[] =>
		attack(prints, solve).filter(({ least, most }) => most - least < GAP);

	/** What all public files print of a year. */
	async function printsOf(year: number): Promise<Print[]> {
		const province = await getProvince(database.db);
		const prints = [...((await readAtlases(contextOf(database.db), TRACK)).get(year) ?? [])];
		for (const track of TRACKS) {
			for (const until of [year, year + 1]) {
				const totals = await readTotals(
					contextOf(database.db),
					province.historyOf(track),
					'C01',
					until
				);
				prints.push(...(totals.get(year) ?? []));
			}
		}
		return prints;
	}

	/** Communes whose count is shown and is not that of others together. */
	const shownAlone = (prints: readonly Print[]) =>
		prints.flatMap(({ of, shown }) =>
			of.size === 1 && shown !== undefined && shown > 9
				? { id: Number([...of.keys()][0]), count: shown }
				: []
		);

	/** Corrects the crimes of a commune in 2023. */
	async function correct(unitId: number, value: SQL): Promise<void> {
		await database.db.execute(
			sql`update observation set value = ${value} where indicator_code = 'C01' and unit_id = ${unitId}
				and scheme = 'calendar' and period_start >= '2023-01-01' and period_end <= '2023-12-31'`
		);
	}

	it('tells how far the audit is, and ends it where somebody stops it', async () => {
		const province = await getProvince(database.db);
		const audit = auditOf(database.db, province, NOW);
		expect(auditOf(database.db, province, NOW)).toBe(audit);
		cancelAudit(province);
		await expect(audit.plan).rejects.toThrow('stopped');
		const again = auditOf(database.db, province, NOW);
		expect(again).not.toBe(audit);
		await again.plan;
		expect(again.share).toBe(1);
	});

	it('hide no count from an attack on all that they print, before and after a correction', async () => {
		const before = await printsOf(2023);
		expect(before.filter(({ shown }) => shown !== undefined).length).toBeGreaterThan(20);
		expect(attack(before, solve).length).toBeGreaterThan(100);
		expect(told(before)).toEqual([]);

		const made = await database.db.$count(publicCopy);
		expect(made).toBeGreaterThan(5);
		const ledger = await listLedger(database.db);
		expect(new Set(ledger.map(({ dataVersion }) => dataVersion)).size).toBe(1);

		const [larger] = shownAlone(before).map(({ id }) => id);
		await correct(larger!, sql`value + case when period_start = '2023-03-01' then 3 else 0 end`);
		const after = await printsOf(2023);
		const countsOf = (prints: Print[]) => shownAlone(prints).find(({ id }) => id === larger)!.count;
		expect(countsOf(after)).toBe(countsOf(before) + 3);
		for (const [at, { name, shown }] of before.entries()) {
			expect(after[at]?.shown === undefined, name).toBe(shown === undefined);
		}
		expect(told(after)).toEqual([]);
		expect(told(putTogether(before, after))).toEqual([]);
	});

	it.each([1, 4, 12])(
		'hide no count of any year from an attack, with %i times the cases and all reports',
		async (times) => {
			const { history } = await getProvince(database.db);
			let [attacked, totals] = [0, 0];
			for (const year of attackYears(scaleCounts(history, times), 2025, solve)) {
				const { prints, findings, unsafe } = year;
				attacked += findings.length;
				totals += prints.filter(({ of, shown }) => of.size > 20 && shown !== undefined).length;
				expect(unsafe, String(year.year)).toBe(0);
				expect(findings.filter(({ least, most }) => most - least < GAP)).toEqual([]);
			}
			expect(attacked).toBeGreaterThan(600 / times);
			// Of programme communes and of all, of each year and the next one's report.
			expect(totals).toBeGreaterThan(40);
		}
	);

	it('show the last whole year instead of a month of this one, and say so', async () => {
		const url = (name: string, query: string) =>
			new URL(`http://localhost/export/${name}?public=1&theme=trend&${query}`);
		const { month, note, rows } = await readTable(
			contextOf(database.db),
			url('table.csv', 't=2026-08')
		);
		expect(month).toBe(toMonth(2025, 12));
		expect(note.publicNotes.join(' ')).toContain('08/2026 lấy theo năm 2025');
		expect(note.publicNotes.join(' ')).toContain('đã kiểm tra suy ngược: khoảng cách tối thiểu 5');
		expect(rows.some(({ trend }) => trend === 'không công bố')).toBe(true);
		expect(rows.some(({ trend }) => trend !== 'không công bố')).toBe(true);
		const inside = await readTable(
			contextOf(database.db),
			new URL('http://localhost/export/table.csv?t=2026-08')
		);
		expect(inside.note.publicNotes).toEqual([]);
		expect(inside.month).toBe(toMonth(2026, 8));
	});

	it('colour no commune whose count is hidden', async () => {
		for (const layer of ['change', 'rate', 'funnel', 'cluster']) {
			const address = `http://localhost/export/map/sheet.svg?public=1&theme=trend&layer=${layer}&t=2023-12`;
			const view = await readPaper(contextOf(database.db), new URL(address));
			const { legend } = viewOnPaper(view);
			const grey = legend.find(({ label }) => label === 'không công bố');
			const { copy, frame } = view;
			const hidden = frame.unitIds.filter((id) => !copy!.showsUnit('C01', 2023, id));
			expect(grey!.count, layer).toBeGreaterThanOrEqual(hidden.length);
			expect(hidden.length).toBeGreaterThan(50);
		}
	});

	it.each([
		['vi', 'có thể suy ngược ra số nhỏ của', 'Phạm pháp hình sự, năm 2023'],
		['en', 'the small number of', 'Recorded crimes, 2023']
	] as const)('are refused where a correction would be told, in %s', async (locale, ...words) => {
		const province = await getProvince(database.db);
		const { id } = shownAlone((await readAtlases(contextOf(database.db), TRACK)).get(2023)!).at(
			-1
		)!;
		// What was shown stays shown, so that whatever it is now is the rest.
		await correct(id, sql`case when period_start = '2023-03-01' then 2 else 0 end`);
		overwriteGetLocale(() => locale);
		const refused: unknown = await readPaper(
			contextOf(database.db),
			new URL('http://localhost/export/map/sheet.pdf?public=1')
		).catch((cause: unknown) => cause);
		const told = isHttpError(refused, 409) ? refused.body.message : '';
		for (const part of [...words, fullName(province.history.units.get(id)!)]) {
			expect(told).toContain(part);
		}
		overwriteGetLocale(() => 'vi');
		await correct(id, sql`case when period_start = '2023-03-01' then 20 else 0 end`);
	});
});

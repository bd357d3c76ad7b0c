import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { listDraftEvents } from '#lib/domain/plan/draft-events.ts';
import type { Scenario } from '#lib/domain/plan/scenario.ts';
import { fullName } from '#lib/domain/unit.ts';
import { loadDemonstration } from '#lib/server/data/dataset.ts';
import { saveSetup } from '#lib/server/data/setup/save-setup.ts';
import { rowsOf } from '#lib/server/db/database.ts';
import { loadHistory } from '#lib/server/queries/load-history.ts';
import { getSetup } from '#lib/server/queries/setup.ts';
import { draftEventsCsv } from '#lib/view/plan-events-csv.ts';
import { temporaryFolder } from '../fixtures/boundary-file.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';
import { codesOf, load } from './imports.ts';

const REASON = '- Nghị quyết 05, "ưu tiên";\nhọp ngày 20/11';
const DECIDED = '2026-11-20';

interface Loaded {
	code: string;
	round: number;
	status: string;
	date: string;
	signatory: string;
	exception: string | null;
}

describe.each(DRIVERS)('draft events of a decided plan on $driver', ({ open }) => {
	let database: TestDatabase;
	const folder = temporaryFolder();
	beforeAll(async () => {
		database = await open();
		await loadDemonstration(database);
	});
	afterAll(async () => {
		folder.remove();
		await database.close();
	});

	/** A plan that chose all communes of some boundaries, and its file. */
	async function fileOf(
		frame: string,
		track: string,
		decided = DECIDED
	): Promise<{ file: string; chosen: number }> {
		const history = await loadHistory(database.db);
		const units = history.frames
			.find(({ from }) => from === frame)!
			.unitIds.map((id) => history.units.get(id)!);
		const plan: Pick<Scenario, 'name' | 'frame' | 'track' | 'outcome' | 'decision'> = {
			name: 'Năm 2027',
			frame,
			track,
			decision: { by: 'Chủ tịch UBND tỉnh', reason: REASON, date: decided },
			outcome: {
				value: 1,
				chosen: units.map((unit) => ({
					code: unit.code,
					name: fullName(unit),
					group: '',
					score: 1,
					rank: 1,
					cost: 1,
					reason: null
				}))
			}
		};
		const csv = draftEventsCsv(plan, listDraftEvents(plan, decided, history));
		return {
			file: folder.write(`${frame}-${track}-${decided}.csv`, `\uFEFF${csv}`),
			chosen: units.length
		};
	}

	const loadAs = (file: string) =>
		load(database, { subject: 'status', file }, { demonstration: true });
	const eventsOf = (source: number | null | undefined) =>
		rowsOf<Loaded>(
			database.db,
			sql`select u.code, e.round, e.status, e.effective_date::text as date, e.signatory,
					e.exception_reason as exception
				from status_event e join unit u on u.id = e.unit_id
				where e.source_id = ${source} order by u.code`
		);

	it('load as they are, for every commune of today whatever its record', async () => {
		const { file, chosen } = await fileOf('2025-07-01', 'TTATXH');
		const report = await loadAs(file);
		expect([report.outcome, report.problems]).toEqual(['loaded', []]);
		const events = await eventsOf(report.sourceId);
		expect(events).toHaveLength(chosen);
		expect(new Set(events.map(({ status, date }) => `${status} ${date}`))).toEqual(
			new Set([`proposed ${DECIDED}`])
		);
		expect(events.every(({ exception }) => exception === null)).toBe(true);
		expect(events.every(({ signatory }) => signatory === 'Chủ tịch UBND tỉnh')).toBe(true);
	});

	it('of communes that are on the list already load with the decision as the reason', async () => {
		const { file, chosen } = await fileOf('2025-07-01', 'TTATXH', '2026-11-21');
		const report = await loadAs(file);
		expect([report.outcome, report.problems]).toEqual(['loaded', []]);
		const events = await eventsOf(report.sourceId);
		expect(events.filter(({ exception }) => exception?.includes('Năm 2027'))).toHaveLength(chosen);
		expect(new Set(events.map(({ round }) => round))).toEqual(new Set([2]));
	});

	it('say again what was recorded only as an error that names it', async () => {
		const { file } = await fileOf('2025-07-01', 'ANTT');
		expect((await loadAs(file)).outcome).toBe('loaded');
		const again = folder.write('again.csv', `${readFileSync(file, 'utf8')}\r\n`);
		const report = await loadAs(again);
		expect([report.outcome, codesOf(report)]).toEqual(['refused', ['event-recorded']]);
	});

	it('of a plan on former boundaries are for the communes that those went over into', async () => {
		const { file, chosen } = await fileOf('2020-01-01', 'MATUY');
		const report = await loadAs(file);
		expect([report.outcome, report.problems]).toEqual(['loaded', []]);
		const events = await eventsOf(report.sourceId);
		expect(chosen).toBe(129);
		expect(events).toHaveLength(45);
	});

	it('are of whatever track the province set up', async () => {
		const { province, ...setup } = await getSetup(database.db);
		const tracks = [
			...setup.tracks,
			{ code: 'BAN', nameVi: 'Bản trọng điểm', nameEn: 'x', leadingIndicator: null }
		];
		await saveSetup(
			database,
			{ ...setup, province: province!, tracks },
			{ changedBy: 'x', dryRun: false }
		);
		const { file, chosen } = await fileOf('2025-07-01', tracks.at(-1)!.code);
		const report = await loadAs(file);
		expect([report.outcome, report.problems, report.written]).toEqual(['loaded', [], chosen]);
	});
});

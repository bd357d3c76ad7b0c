import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frameMonths, listContinued } from '#lib/domain/history.ts';
import { monthEnd, toMonth, type Month } from '#lib/domain/period.ts';
import type { Status } from '#lib/domain/status.ts';
import { timelineStart } from '#lib/domain/timeline.ts';
import { findFrame } from '#lib/domain/unit.ts';
import { loadDemonstration } from '#lib/server/data/dataset.ts';
import { getProvince, type Province } from '#lib/server/province.ts';
import { listFrameUnits } from '#lib/server/queries/frame-units.ts';
import { listStatusChanges } from '#lib/server/queries/status-changes.ts';
import type { ClassSource } from '#lib/view/frame-view.ts';
import { countFillCodes } from '#lib/view/legend.ts';
import { answerText } from '#lib/view/answer/answer-part.ts';
import { statusAnswer } from '#lib/view/answer/status-answer.ts';
import { readStatusChanges } from '#lib/view/status-change-wire.ts';
import { sumStatuses } from '#lib/view/status-sum.ts';
import { DRIVERS, type TestDatabase } from './databases.ts';

const LAST = toMonth(2026, 10);
const TRACK = 'TTATXH';
const VIEW = { theme: 'status', perPeople: false, layer: 'change' } as const;

describe.each(DRIVERS)('the legend of status on $driver', ({ open }) => {
	let database: TestDatabase;
	let province: Province;
	beforeAll(async () => {
		database = await open();
		await loadDemonstration(database);
		province = await getProvince(database.db);
	});
	afterAll(() => database.close());

	function sourceOf(month: Month): ClassSource {
		const { history } = province;
		const frame = findFrame(history.frames, month, history.calendar);
		if (!frame) throw new Error('There are no boundaries.');
		const scope = { frame, last: LAST, all: false };
		return {
			units: listFrameUnits(province, scope, TRACK),
			matrices: { status: province.statusMatrix(scope, TRACK) }
		};
	}

	/** Communes that were ever in a state by the end of a month, by the events alone. */
	function everIn(status: Status, month: Month): number {
		const { history } = province;
		const end = monthEnd(month, history.calendar);
		const roots = new Set<number>();
		for (const [unitId, events] of history.events) {
			for (const event of events) {
				if (event.track !== TRACK || event.status !== status || event.effectiveDate > end) continue;
				roots.add(listContinued(history, unitId).at(-1) ?? unitId);
			}
		}
		return roots.size;
	}

	it('adds up to the headlines of the events in every month, across both mergers', () => {
		const { history } = province;
		const first = timelineStart(history, LAST);
		for (let month = first; month <= LAST; month++) {
			const source = sourceOf(month);
			const sum = sumStatuses(countFillCodes(source, month, VIEW, () => true));
			const said = `${month}`;
			expect(sum.approved, said).toBe(everIn('approved', month));
			expect(sum.transformed, said).toBe(everIn('met', month));
			// After the merger of 2025 the former communes are counted: none is lost, none told twice.
			const frames = history.frames.filter(({ unitIds }) => unitIds.length >= 129);
			const shown = frames.findLast(
				(frame) => frameMonths(frame, LAST, history.calendar).from <= month
			);
			expect(sum.total, said).toBe(shown?.unitIds.length);
		}
	});

	it('says 42 of 44, and names the three that relapsed', () => {
		const source = sourceOf(LAST);
		const sum = sumStatuses(countFillCodes(source, LAST, VIEW, () => true));
		expect([sum.transformed, sum.approved, sum.total]).toEqual([42, 44, 129]);
		const view = { source, month: LAST, firstMonth: toMonth(2017, 1), scope: undefined };
		const words = answerText(statusAnswer({ ...view, included: () => true }));
		expect(words).toContain('44 xã được phê duyệt, 42 đạt (95,45 %)');
		expect(words).toContain('39 giữ được, 3 tái phức tạp: ');
		for (const name of ['Noong Bua', 'Sín Thầu', 'Mường Đăng']) expect(words).toContain(name);
	});

	it('says the same of a former district, and names it', () => {
		const source = sourceOf(LAST);
		const district = 'Huyện Nậm Pồ';
		const included = (row: number) => source.units[row]?.districts.includes(district) === true;
		const sum = sumStatuses(countFillCodes(source, LAST, VIEW, included));
		const words = answerText(
			statusAnswer({ source, month: LAST, firstMonth: LAST, scope: district, included })
		);
		expect(words.startsWith(`${district}: ${sum.approved} xã`)).toBe(true);
		expect(words).toContain(`${sum.transformed} đạt`);
		expect(sum.approved).toBeLessThan(44);
	});

	it('changes nothing on the day of the merger: what was told before is told after', () => {
		const before = sourceOf(toMonth(2025, 6));
		const after = sourceOf(toMonth(2025, 7));
		const counts = (source: ClassSource, month: Month) =>
			[...countFillCodes(source, month, VIEW, () => true)]
				.filter(([, count]) => count > 0)
				.sort(([a], [b]) => a - b);
		expect(counts(after, toMonth(2025, 7))).toEqual(counts(before, toMonth(2025, 6)));
	});

	it('lists what happened, the earliest first, with the commune that each lies in now', () => {
		const { changes } = readStatusChanges(listStatusChanges(province, TRACK));
		const dates = changes.map(({ date }) => date);
		expect(dates).toEqual([...dates].sort());
		expect(
			changes.find(({ name, status }) => name === 'Noong Bua' && status === 'relapsed')
		).toEqual(expect.objectContaining({ date: '2024-04-24', again: false }));
		const again = changes.filter(({ status, again: is }) => status === 'active' && is);
		expect(again.map(({ name }) => name).sort()).toEqual(['Mường Đăng', 'Sín Thầu']);
		const codes = new Set(sourceOf(LAST).units.map(({ code }) => code));
		for (const { code } of changes) expect(codes).toContain(code);
	});
});

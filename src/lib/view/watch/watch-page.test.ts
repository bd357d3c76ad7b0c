import { describe, expect, it } from 'vitest';
import { toMonth } from '#lib/domain/period.ts';
import type { WatchAlarm } from '#lib/domain/watch/watch-log.ts';
import type { WatchRow } from '../evidence-wire.ts';
import { namedNow, watchLead } from './watch-lead.ts';
import { noticeText, watchResult } from './watch-result.ts';

const until = toMonth(2026, 10);
const alarm = (direction: 'rise' | 'fall', chance: number, ended = false): WatchAlarm => ({
	direction,
	chance,
	recorded: 10,
	usual: 3,
	firstSeen: until - 3,
	...(ended ? { ended: { month: until, by: 'usual' } } : {})
});
const row = (name: string, alarms: WatchAlarm[], doubling = 0.5): WatchRow => ({
	unitId: name.length,
	alarms,
	recognised: '2020-03-31',
	look: {} as WatchRow['look'],
	power: { high: 9, low: undefined, doubling, halving: 0 },
	unit: { name, kind: 'Xã', code: '1' } as WatchRow['unit']
});

describe('what the watch list says', () => {
	it('names who is to be checked now, the least likely by chance first', () => {
		const rows = [
			row('Một', [alarm('rise', 0.009)]),
			row('Haii', [alarm('rise', 0.001)]),
			row('Bacba', [alarm('rise', 0.0001, true)])
		];
		expect(namedNow(rows, 'rise').map(({ unit }) => unit.name)).toEqual(['Haii', 'Một']);
		const said = watchLead({ rows, until }, false, 'calendar');
		expect(said.map(({ text }) => text).join('')).toBe(
			'Đến 10/2026: cần kiểm tra nguy cơ tái phức tạp: Haii, Một; chưa xã nào cần kiểm tra việc thống kê, báo cáo. Đang theo dõi 3 trong 3 xã đã đạt hoặc có xã cũ đã đạt.'
		);
		expect(said.filter(({ strong }) => strong)).toHaveLength(1);
	});

	it('counts many, and says no relapse of cases that rest on detection', () => {
		const rows = ['A', 'Bb', 'Ccc', 'Dddd'].map((name) => row(name, [alarm('rise', 0.01)]));
		const said = watchLead({ rows, until }, true, 'calendar');
		const words = said.map(({ text }) => text).join('');
		expect(words).toContain('4 xã');
		expect(words).not.toContain('tái phức tạp');
	});
});

describe('a line of the watch table', () => {
	it('tells nothing found from nothing that could be found', () => {
		expect(watchResult(row('A', []), false)).toBe('Chưa thấy thay đổi cần kiểm tra');
		expect(watchResult(row('A', [], 0.05), false)).toBe('Quá ít vụ; cần nắm tình hình trực tiếp');
		expect(watchResult(row('A', [alarm('fall', 0.01)]), false)).toBe(
			'Cần kiểm tra việc thống kê, báo cáo'
		);
	});

	it('says with what chance a change would be noticed', () => {
		expect(noticeText(row('A', [], 0.6))).toBe('60 %');
		expect(noticeText(row('A', [], 0.05))).toBe('không thể phát hiện');
	});
});

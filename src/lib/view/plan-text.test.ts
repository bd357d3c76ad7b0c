import { afterEach, describe, expect, it } from 'vitest';
import type { Demand } from '#lib/domain/plan/choice.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { demandText, ineligibilityText, reasonText, relaxationText } from './plan-text.ts';

const say = <T>(locale: 'vi' | 'en', text: () => T): T => {
	overwriteGetLocale(() => locale);
	return text();
};
afterEach(() => overwriteGetLocale(() => 'vi'));
const nameOf = (id: number) => `Xã ${id}`;

describe('a plan in words', () => {
	it.each<[Demand, string, string]>([
		[{ kind: 'count', min: 3, max: 3 }, 'đúng 3 xã', 'exactly 3 communes'],
		[
			{ kind: 'budget', most: 1250.5 },
			'kinh phí không quá 1.250,5 triệu đồng',
			'no more than 1,250.5 million đồng'
		],
		[
			{ kind: 'group-least', group: 'Huyện A', least: 2 },
			'ít nhất 2 xã ở Huyện A',
			'at least 2 in Huyện A'
		],
		[
			{ kind: 'group-most', group: 'Huyện A', most: 2 },
			'nhiều nhất 2 xã ở Huyện A',
			'at most 2 in Huyện A'
		],
		[{ kind: 'must', unitId: 7 }, 'bắt buộc Xã 7', 'Xã 7 is a must'],
		[{ kind: 'must-not', unitId: 7 }, 'loại Xã 7', 'without Xã 7'],
		[{ kind: 'apart' }, 'không chọn hai xã giáp ranh', 'never two neighbours'],
		[{ kind: 'together' }, 'mỗi xã có xã giáp ranh cùng được chọn', 'each with a chosen neighbour'],
		[
			{ kind: 'set-most', name: 'Ring', unitIds: [1, 2], most: 1 },
			'nhiều nhất 1 xã trong nhóm “Ring”',
			'at most 1 of the group “Ring”'
		]
	])('%j', (demand, vi, en) => {
		expect(say('vi', () => demandText(demand, nameOf))).toBe(vi);
		expect(say('en', () => demandText(demand, nameOf))).toBe(en);
	});

	it('says what would be enough of a relaxation', () => {
		const budget: Demand = { kind: 'budget', most: 700 };
		expect(relaxationText({ demand: budget, needed: 1000 }, nameOf)).toBe(
			'nâng kinh phí lên 1.000 triệu đồng'
		);
		expect(relaxationText({ demand: { kind: 'apart' } }, nameOf)).toBe(
			'bỏ yêu cầu: không chọn hai xã giáp ranh'
		);
	});

	it('says why a commune is chosen or not, and what the other way round would cost', () => {
		const reason = { unitId: 1, chosen: true, loss: 0.0234, in: [4], out: [] };
		expect(reasonText(reason, nameOf)).toBe(
			'Được chọn: bỏ xã này thì mất 2,3 điểm, thay bằng Xã 4.'
		);
		expect(reasonText({ ...reason, chosen: false, in: [], out: [5] }, nameOf)).toBe(
			'Không chọn: ép vào thì mất 2,3 điểm, phải bỏ Xã 5.'
		);
		const impossible = { unitId: 1, chosen: false, in: [], out: [] };
		expect(reasonText(impossible, nameOf)).toBe('Không chọn: ép vào thì trái yêu cầu.');
		expect(say('en', () => reasonText({ ...impossible, chosen: true }, nameOf))).toBe(
			'Chosen: it cannot be left out under these demands.'
		);
	});

	it('says why a commune may not be chosen', () => {
		expect(ineligibilityText({ rule: 'under-way', name: 'Xã A', status: 'active' })).toBe(
			'Xã A đang ở bước “đang chuyển hóa”'
		);
		expect(ineligibilityText({ rule: 'newly-recognised', name: 'Xã A', since: '2026-03-05' })).toBe(
			'Xã A mới được công nhận 05/03/2026'
		);
	});
});

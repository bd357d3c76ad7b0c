import { describe, expect, it } from 'vitest';
import { toMonth } from '#lib/domain/period.ts';
import { slopesOf, spreadLabels } from './slopes.ts';
import { studyActs } from './study-acts.ts';
import { certaintyStep, certaintyText, effectVerdict, withoutVerdict } from './verdict.ts';

const ratio = (value: number, low: number, high: number) => ({
	sums: { treatedBefore: 158, treatedAfter: 53, controlsBefore: 592, controlsAfter: 545 },
	ratio: value,
	standardError: 0.1,
	t: 2,
	interval: [low, high] as [number, number],
	interval99: [low, high] as [number, number]
});

describe('how sure a study is', () => {
	it('goes in four steps, the first without any estimate', () => {
		const step = (outcome: 'fell' | 'cannot-tell', certainty: 'sure' | 'quite-sure' | 'not-sure') =>
			certaintyStep({ outcome, certainty });
		expect(step('fell', 'sure')).toBe(4);
		expect(step('fell', 'quite-sure')).toBe(3);
		expect(step('cannot-tell', 'not-sure')).toBe(2);
		expect(
			certaintyStep({ outcome: 'cannot-tell', certainty: 'not-sure', obstacle: 'short-history' })
		).toBe(1);
	});

	it('says both ends of what may be', () => {
		expect(certaintyText({ ratio: ratio(0.8, 0.5, 1.1) })).toMatch(/ít hơn 50 %.*nhiều hơn 10 %/);
		const short = { window: { from: 0, to: 5 }, plain: 0.75, drawnBack: 1, mayFall: 0.2 };
		expect(certaintyText({ short })).toMatch(/ít hơn 25 %.*bằng nhau/);
		expect(certaintyText({})).toBeUndefined();
	});
});

it('does not say the verdict twice', () => {
	const verdict = effectVerdict({ outcome: 'cannot-tell' });
	expect(withoutVerdict('Chưa thể kết luận: có quá ít vụ.', verdict)).toBe('Có quá ít vụ.');
	expect(withoutVerdict('Ở 24 xã số vụ giảm.', effectVerdict({ outcome: 'fell' }))).toBe(
		'Ở 24 xã số vụ giảm.'
	);
});

describe('the slopes of both groups', () => {
	const arms = (count: number) =>
		Array.from({ length: count }, (_, unitId) => ({ unitId, before: 1, after: 1 }));

	it('are cases a commune, with what the others’ course leads to expect', () => {
		const slopes = slopesOf({
			ratio: ratio(0.5, 0.4, 0.6),
			treated: arms(10),
			controls: arms(100)
		});
		expect(slopes?.treated).toMatchObject({ from: 15.8, to: 5.3 });
		expect(slopes?.controls).toMatchObject({ from: 5.92, to: 5.45 });
		expect(slopes?.expected).toBeCloseTo(10.6);
		expect(slopesOf({ treated: [], controls: [] })).toBeUndefined();
	});

	it('have labels that stand apart, each at its own place where it can', () => {
		expect(spreadLabels([10, 100], 20)).toEqual([10, 100]);
		const [a = 0, b = 0, c = 0] = spreadLabels([52, 50, 51], 20);
		expect(a - c).toBeCloseTo(20, 0);
		expect(c - b).toBeCloseTo(20, 0);
	});
});

describe('other ways to ask', () => {
	const years = [
		{ year: 2017, communes: 44 },
		{ year: 2021, communes: 6 }
	];
	const approvals = { from: toMonth(2021, 3), to: toMonth(2021, 9) };

	it('lead to all years, and to other tracks', () => {
		expect(studyActs({ years, approvals }, { years: false, without: 0 }, ['ANTT'])).toEqual([
			{ is: 'all-years', from: 2017, to: 2021, communes: 50 },
			{ is: 'other-track', code: 'ANTT' }
		]);
	});

	it('lead back from what was asked', () => {
		const whole = { from: toMonth(2017, 7), to: toMonth(2021, 9) };
		expect(studyActs({ years, approvals: whole }, { years: true, without: 2 }, [])).toEqual([
			{ is: 'take-back', communes: 2 },
			{ is: 'usual-years' },
			{ is: 'one-year', year: 2017, communes: 44 }
		]);
	});
});

import { describe, expect, it } from 'vitest';
import { duplicateSlide, moveSlide, placeSlide, removeSlide, replaceSlide } from './edit-slides.ts';
import type { Scenario } from '../plan/scenario.ts';
import { planChange, planContent, type PlanSlide } from './plan-slide.ts';
import { compareSeen, readStory, STORY_LIMITS, type Slide } from './story.ts';

const SLIDE: Slide = {
	kind: 'view',
	key: 'a',
	title: 'Năm 2017',
	note: '',
	speaker: 'Chào hội nghị',
	view: 't=2017-12',
	date: '2026-11-26',
	playFrom: '2017-01',
	seen: { dataVersion: 3, counts: [[0, 86]] }
};
const TEXT: Slide = {
	kind: 'text',
	key: 'b',
	title: 'Kết luận',
	note: '',
	speaker: '',
	text: 'Ba việc'
};
const FIGURES: Slide = {
	kind: 'figures',
	key: 'c',
	title: 'Con số',
	note: '',
	speaker: '',
	dataVersion: 3,
	date: '2026-11-26',
	figures: [{ value: '43/44', label: 'xã đạt' }]
};
const CHART: Slide = {
	kind: 'chart',
	key: 'd',
	title: 'Phễu',
	note: '',
	speaker: '',
	plot: 'funnel',
	view: 'theme=trend',
	date: '2026-11-26',
	seen: SLIDE.seen
};
const PLAN: PlanSlide = {
	kind: 'plan',
	key: 'e',
	title: 'Năm 2027',
	note: '',
	speaker: '',
	scenario: 7,
	name: 'Theo điểm',
	frame: '2025-07-01',
	dataVersion: 3,
	date: '2026-11-26',
	communes: [{ code: '03127', name: 'Phường Điện Biên Phủ', group: 'Thành phố Điện Biên Phủ' }],
	decision: null
};
const SLIDES = [SLIDE, TEXT, FIGURES, CHART];
const keys = (slides: readonly Slide[]) => slides.map(({ key }) => key).join('');

describe('a story that is sent in', () => {
	it('is read as it is, its title trimmed and composed', () => {
		expect(readStory({ title: ' Sơ kết ', slides: SLIDES })).toEqual({
			title: 'Sơ kết',
			slides: SLIDES
		});
		expect(readStory(JSON.parse(JSON.stringify({ title: 'A', slides: SLIDES })))?.slides).toEqual(
			SLIDES
		);
		expect(readStory({ title: 'A', slides: [PLAN] })?.slides).toEqual([PLAN]);
	});

	it('has line breaks where PowerPoint had them, one line in titles, and no character that XML forbids', () => {
		const pasted = 'Một\u000bhai\u0000\ud800';
		const read = readStory({
			title: pasted,
			slides: [
				{ ...TEXT, title: pasted, note: pasted, speaker: pasted, text: pasted },
				{ ...FIGURES, figures: [{ value: pasted, label: pasted }] },
				{
					...PLAN,
					name: pasted,
					decision: { by: pasted, date: '2026-11-26' },
					communes: [{ code: '1', name: pasted, group: pasted }]
				}
			]
		});
		const [line, lines] = ['Một hai', 'Một\nhai'];
		expect(read?.title).toBe(line);
		expect(read?.slides).toMatchObject([
			{ title: line, note: lines, speaker: lines, text: lines },
			{ figures: [{ value: line, label: line }] },
			{ name: line, decision: { by: line }, communes: [{ name: line, group: line }] }
		]);
	});

	it.each([
		['no title', { title: '  ', slides: [] }],
		['a title that is too long', { title: 'x'.repeat(STORY_LIMITS.title + 1), slides: [] }],
		['an unknown kind', { title: 'A', slides: [{ ...TEXT, kind: 'film' }] }],
		['a slide title of 501 letters', { title: 'A', slides: [{ ...TEXT, title: 'x'.repeat(501) }] }],
		['two slides of one key', { title: 'A', slides: [TEXT, TEXT] }],
		[
			'counts that are no numbers',
			{ title: 'A', slides: [{ ...SLIDE, seen: { dataVersion: 1, counts: [['a', 1]] } }] }
		],
		['a month that is none', { title: 'A', slides: [{ ...SLIDE, playFrom: 'tháng 1' }] }],
		[
			'a plan of nameless communes',
			{ title: 'A', slides: [{ ...PLAN, communes: [{ code: '1' }] }] }
		],
		['a plan that says nothing of a decision', { title: 'A', slides: [{ ...PLAN, decision: 1 }] }],
		['nothing', undefined]
	])('is refused with %s', (_, sent) => {
		expect(readStory(sent)).toBeUndefined();
	});

	it('takes a slide title of 500 letters', () => {
		const long = { ...TEXT, title: 'x'.repeat(500) };
		expect(readStory({ title: 'A', slides: [long] })?.slides).toEqual([long]);
	});
});

describe('slides', () => {
	it('move, and stay within the story', () => {
		expect(keys(moveSlide(SLIDES, 'a', 1))).toBe('bacd');
		expect(keys(moveSlide(SLIDES, 'd', -9))).toBe('dabc');
		expect(keys(moveSlide(SLIDES, 'c', 9))).toBe('abdc');
		expect(keys(moveSlide(SLIDES, 'x', 1))).toBe('abcd');
		expect(moveSlide(moveSlide(SLIDES, 'b', 1), 'b', -1)).toEqual(SLIDES);
	});

	it('are doubled, replaced and taken out', () => {
		expect(keys(duplicateSlide(SLIDES, 'b', 'z'))).toBe('abzcd');
		expect(duplicateSlide(SLIDES, 'b', 'z')[2]).toEqual({ ...TEXT, key: 'z' });
		expect(keys(removeSlide(SLIDES, 'c'))).toBe('abd');
		expect(replaceSlide(SLIDES, { ...TEXT, title: 'Hết' })[1]?.title).toBe('Hết');
	});
});

describe('a saved plan on a slide', () => {
	const scenario: Scenario = {
		id: 7,
		name: 'Theo điểm',
		author: 'An',
		createdAt: '2026-11-25',
		dataVersion: 3,
		month: '2026-10',
		track: 'T',
		frame: '2025-07-01',
		inputs: {},
		origin: null,
		outcome: {
			value: 1,
			chosen: [{ ...PLAN.communes[0]!, score: 0.5, rank: 1, cost: 1, reason: null }]
		},
		decision: null
	};
	const decided = { ...scenario, decision: { by: 'Chủ tịch', reason: 'x', date: '2026-11-26' } };

	it('keeps what was chosen, and no more', () => {
		const { scenario: id, name, frame, communes, decision, dataVersion } = PLAN;
		expect(planContent(scenario)).toEqual({
			scenario: id,
			name,
			frame,
			communes,
			decision,
			dataVersion
		});
		expect(planContent(decided).decision).toEqual({ by: 'Chủ tịch', date: '2026-11-26' });
	});

	it('is told from one that was deleted, or decided on since', () => {
		expect(planChange(PLAN, [scenario])).toBeUndefined();
		expect(planChange(PLAN, [decided])).toBe('decided');
		expect(planChange({ ...PLAN, ...planContent(decided) }, [decided])).toBeUndefined();
		expect(planChange(PLAN, [])).toBe('gone');
		// A number alone may be another plan's, where a database was loaded anew.
		expect(planChange(PLAN, [{ ...scenario, name: 'Khác' }])).toBe('gone');
	});
});

describe('what stands on a slide', () => {
	it('is kept where it is known, and nothing else', () => {
		const story = (parts: unknown) => ({ title: 'Bài', slides: [{ ...SLIDE, parts }] });
		expect(readStory(story(['legend', 'chart']))?.slides[0]).toMatchObject({
			parts: ['legend', 'chart']
		});
		for (const wrong of ['legend', ['sound'], [1], Array(9).fill('legend')]) {
			expect(readStory(story(wrong)), String(wrong)).toBeUndefined();
		}
	});
});

describe('a slide that was dragged', () => {
	it('takes the place of the one that it was let go on', () => {
		const slides = [SLIDE, TEXT, FIGURES];
		const order = (list: readonly Slide[]) => list.map(({ key }) => key).join('');
		expect(order(placeSlide(slides, 'a', 'c'))).toBe('bca');
		expect(order(placeSlide(slides, 'c', 'a'))).toBe('cab');
		expect(order(placeSlide(slides, 'a', 'gone'))).toBe('abc');
	});
});

describe('what a slide showed', () => {
	it('is compared class by class, whatever the data’s version', () => {
		const seen = (dataVersion: number, counts: [number, number][]) => ({ dataVersion, counts });
		expect(
			compareSeen(
				seen(1, [
					[0, 86],
					[4, 44]
				]),
				seen(9, [
					[4, 44],
					[0, 86]
				])
			)
		).toEqual([]);
		expect(
			compareSeen(
				seen(1, [
					[0, 86],
					[4, 44]
				]),
				seen(9, [
					[0, 85],
					[6, 1],
					[4, 44]
				])
			)
		).toEqual([
			{ code: 0, before: 86, now: 85 },
			{ code: 6, before: 0, now: 1 }
		]);
	});
});

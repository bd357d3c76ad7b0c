import { afterEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import type { FrameSite } from '#lib/view/site-wire.ts';
import { sourceCardText } from './source-card.ts';
import { spreadAnswer, typeNote, typeSinceText } from './spread-text.ts';
import { linkPart, splitParts } from './text-parts.ts';

const say = <T>(locale: 'vi' | 'en', text: () => T): T => {
	overwriteGetLocale(() => locale);
	return text();
};
afterEach(() => overwriteGetLocale(() => 'vi'));

const TOTALS = { sites: 263, types: 11, communes: 41, copies: 112 };
const VI = { of: 45, units: 'xã, phường' };
const EN = { of: 45, units: 'communes and wards' };
const joined = (parts: { text: string }[]) => parts.map(({ text }) => text).join('');

describe('the answer of the map of models', () => {
	it('is two sentences whose figures are linked', () => {
		expect(say('vi', () => spreadAnswer(TOTALS, VI))).toEqual([
			{ text: '263 điểm', link: 'sites' },
			{ text: ' đang hoạt động thuộc ' },
			{ text: '11 loại', link: 'types' },
			{ text: ', ở ' },
			{ text: '41 trong 45 xã, phường', link: 'communes' },
			{ text: '. ' },
			{ text: '112 điểm', link: 'copies' },
			{ text: ' được nhân rộng từ nơi khác.' }
		]);
		expect(say('en', () => spreadAnswer(TOTALS, EN))).toEqual([
			{ text: '263 active sites', link: 'sites' },
			{ text: ' of ' },
			{ text: '11 types', link: 'types' },
			{ text: ', in ' },
			{ text: '41 of 45 communes and wards', link: 'communes' },
			{ text: '. ' },
			{ text: '112 sites', link: 'copies' },
			{ text: ' were copied from elsewhere.' }
		]);
	});

	it('names townships where the frame has them, and writes large numbers as the language does', () => {
		const many = { ...TOTALS, sites: 1263 };
		const then = { of: 129, units: 'xã, phường, thị trấn' };
		expect(joined(say('vi', () => spreadAnswer(many, then)))).toMatch(
			/^1\.263 điểm .* ở 41 trong 129 xã, phường, thị trấn\./u
		);
		expect(joined(say('en', () => spreadAnswer(many, EN)))).toMatch(/^1,263 active sites/u);
	});

	it('counts one, and none', () => {
		const one = { sites: 1, types: 1, communes: 1, copies: 1 };
		expect(joined(say('en', () => spreadAnswer(one, EN)))).toBe(
			'1 active site of 1 type, in 1 of 45 communes and wards. 1 site was copied from elsewhere.'
		);
		expect(joined(say('vi', () => spreadAnswer({ ...one, copies: 0 }, VI)))).toBe(
			'1 điểm đang hoạt động thuộc 1 loại, ở 1 trong 45 xã, phường. Chưa điểm nào được nhân rộng từ nơi khác.'
		);
		expect(joined(say('en', () => spreadAnswer({ ...one, copies: 0 }, EN)))).toMatch(
			/None was copied from elsewhere\.$/u
		);
		const none = { sites: 0, types: 0, communes: 0, copies: 0 };
		expect(say('vi', () => spreadAnswer(none, VI))).toEqual([
			{ text: 'Không có điểm mô hình nào đang hoạt động.' }
		]);
		expect(say('en', () => spreadAnswer(none, EN))).toEqual([{ text: 'No model site is active.' }]);
	});

	it('is cut where its parts are, and leaves out a link that is not known', () => {
		expect(splitParts(`a ${linkPart('b', 'c d')}`, ['x'])).toEqual([
			{ text: 'a ' },
			{ text: 'c d' }
		]);
	});
});

describe('the note of one type', () => {
	it('says how many learnt from others, and since when there is one', () => {
		const camera = { sites: 27, copies: 13 };
		expect(say('vi', () => typeNote(camera, '10/2026'))).toBe(
			'27 điểm, 13 điểm học theo nơi khác · 10/2026'
		);
		expect(say('en', () => typeNote(camera, '10/2026'))).toBe(
			'27 sites, 13 sites copied from elsewhere · 10/2026'
		);
		expect(say('vi', () => typeSinceText('2018-04-18'))).toBe('Loại này có từ 18/04/2018');
		expect(say('en', () => typeSinceText('2018-04-18'))).toBe('This type since 18/04/2018');
	});

	it('has words for none', () => {
		expect(say('vi', () => typeNote({ sites: 2, copies: 0 }, '01/2018'))).toBe(
			'2 điểm, chưa điểm nào học theo nơi khác · 01/2018'
		);
		expect(say('en', () => typeNote({ sites: 1, copies: 0 }, '01/2018'))).toBe(
			'1 site, none copied from elsewhere · 01/2018'
		);
		expect(say('vi', () => typeNote({ sites: 0, copies: 0 }, '01/2016'))).toBe(
			'Không có điểm nào đang hoạt động · 01/2016'
		);
	});
});

describe('the card of a source', () => {
	const site = (id: number, commune: string, fields: Partial<FrameSite> = {}): FrameSite => ({
		id,
		type: 'MH08',
		foundedOn: '2018-04-18',
		closedOn: null,
		position: null,
		unitId: id,
		commune,
		origin: null,
		originId: null,
		originUnitId: null,
		...fields
	});
	const copy = (id: number, commune: string) =>
		site(id, commune, { foundedOn: `2019-01-0${id}`, origin: 'DM1', originId: 1 });
	const types = [{ code: 'MH08', nameVi: 'Camera an ninh', nameEn: 'Security cameras' }];
	const source = site(1, 'Xã Mường Lói');
	const card = (sites: FrameSite[], of = source) =>
		sourceCardText({ types, sites: [source, ...sites] }, of, {
			day: '2026-10-31',
			units: 'xã, phường',
			nameOf: (id) => (id === 1 ? 'Xã Mường Nhà' : undefined)
		});
	const three = [copy(2, 'Xã Sa Lông'), copy(3, 'Xã Quài Nưa'), copy(4, 'Xã Mường Nhé')];

	it('names where it began, what that is now, and up to three who learnt', () => {
		expect(say('vi', () => card(three))).toEqual({
			place: 'Xã Mường Lói, nay là Xã Mường Nhà',
			since: 'Camera an ninh từ 18/04/2018',
			learners: '3 nơi học theo',
			communes: 'Xã Sa Lông, Xã Quài Nưa, Xã Mường Nhé',
			many: false
		});
		expect(say('en', () => card(three.slice(0, 1)))).toEqual({
			place: 'Xã Mường Lói, now Xã Mường Nhà',
			since: 'Security cameras since 18/04/2018',
			learners: '1 place copied it',
			communes: 'Xã Sa Lông',
			many: false
		});
	});

	it('counts more than three, two in one commune as one commune', () => {
		const twice = [...three, copy(5, 'Xã Mường Nhé')];
		expect(say('vi', () => card(twice))).toMatchObject({
			learners: '4 nơi học theo',
			communes: 'Xã Sa Lông, Xã Quài Nưa, Xã Mường Nhé'
		});
		expect(say('vi', () => card([...twice, copy(6, 'Xã Nà Tấu')]))).toMatchObject({
			learners: '5 nơi học theo',
			communes: '4 xã, phường',
			many: true
		});
	});

	it('says where it learnt, when it ended, and that nobody learnt', () => {
		const ended = { ...copy(2, 'Xã Sa Lông'), closedOn: '2020-02-01' };
		expect(say('vi', () => card([ended], ended))).toEqual({
			place: 'Xã Sa Lông',
			since: 'Camera an ninh từ 02/01/2019 đến 01/02/2020',
			learnt: 'Học theo Xã Mường Lói',
			learners: 'Chưa nơi nào học theo',
			communes: '',
			many: false
		});
		const stray = site(2, 'Xã Sa Lông', { origin: 'Bản X' });
		expect(say('en', () => card([stray], stray))).toMatchObject({ learnt: 'Copied from Bản X' });
	});
});

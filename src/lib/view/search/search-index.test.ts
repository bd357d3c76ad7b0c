import { afterEach, describe, expect, it } from 'vitest';
import { toMonth } from '#lib/domain/period.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import type { Place } from '../place-wire.ts';
import { buildSearchIndex, search, type SearchIndex } from './search-index.ts';
import { listSearchActions, listSearchPages } from './search-pages.ts';
import type { FoundGroup, SearchGroup, SearchResult } from './search-result.ts';

function place(code: string, full: string, fields: Partial<Place> = {}): Place {
	const [kind = '', ...name] = full.split(' ');
	return {
		code,
		kind,
		name: name.join(' '),
		validFrom: '2025-07-01',
		validTo: null,
		district: null,
		now: [],
		formers: [],
		status: 'none',
		since: null,
		...fields
	};
}

function former(code: string, full: string, heir: [string, string], fields: Partial<Place> = {}) {
	const years = { validFrom: '2017-01-01', validTo: '2025-06-30' };
	const now = [{ code: heir[0], name: heir[1] }];
	return place(code, full, { ...years, district: 'Huyện Điện Biên', now, ...fields });
}

const WARD: [string, string] = ['03334', 'Phường Mường Thanh'];
const PLACES: Place[] = [
	former('03352', 'Xã Noọng Hẹt', ['03352', 'Xã Thanh An']),
	former('03349', 'Xã Noong Luống', ['03346', 'Xã Thanh Yên'], {
		status: 'met',
		since: '2019-12-27'
	}),
	former('03124', 'Phường Noong Bua', WARD, {
		district: 'Thành phố Điện Biên Phủ',
		status: 'relapsed',
		since: '2024-04-24'
	}),
	former('03136', 'Phường Mường Thanh', WARD, { district: 'Thành phố Điện Biên Phủ' }),
	place('03334', 'Phường Mường Thanh', {
		status: null,
		formers: ['Him Lam', 'Mường Thanh', 'Noong Bua', 'Tân Thanh']
	}),
	place('03352', 'Xã Thanh An', { status: null, formers: ['Noọng Hẹt'] }),
	place('03203', 'Xã Xa Dung', { status: 'active', since: '2023-02-01' }),
	former('03999', 'Xã Mất Dấu', WARD, { now: [] })
];

const built = (communes = PLACES): SearchIndex =>
	buildSearchIndex(
		{
			calendar: 'calendar',
			firstMonth: toMonth(2017, 1),
			communes,
			districts: [
				...['Huyện Điện Biên', 'Huyện Điện Biên Đông', 'Thành phố Điện Biên Phủ'].map((name) => ({
					name,
					validFrom: '2017-01-01',
					validTo: '2025-06-30',
					communes: 12
				}))
			]
		},
		listSearchPages(),
		listSearchActions(),
		toMonth(2026, 10)
	);

const textOf = ({ title }: SearchResult) => title.map(({ text }) => text).join('');
const markedOf = ({ title }: SearchResult) =>
	title
		.map(({ text, look }) =>
			look === 'plain' ? text : look === 'strong' ? `**${text}**` : `_${text}_`
		)
		.join('');
function resultsOf(text: string, group: SearchGroup, index = built()): SearchResult[] {
	return search(index, text).find((found: FoundGroup) => found.group === group)?.results ?? [];
}
const titles = (text: string, group: SearchGroup, index = built()) =>
	resultsOf(text, group, index).map(textOf);

describe('search', () => {
	afterEach(() => overwriteGetLocale(() => 'vi'));

	it('finds former communes and says what they belong to now', () => {
		expect(resultsOf('noong', 'communes').map(markedOf)).toEqual([
			'**Noong** Bua_ (đến 30/06/2025)_ → nay thuộc **Phường Mường Thanh**',
			'**Noọng** Hẹt_ (đến 30/06/2025)_ → nay thuộc **Xã Thanh An**',
			'**Noong** Luống_ (đến 30/06/2025)_ → nay thuộc **Xã Thanh Yên**'
		]);
	});

	it('says in the small line what they were', () => {
		expect(resultsOf('noong', 'communes').map(({ note }) => note)).toEqual([
			'Phường cũ, thành phố Điện Biên Phủ · tái phức tạp từ 24/04/2024',
			'Xã cũ, huyện Điện Biên · không thuộc diện',
			'Xã cũ, huyện Điện Biên · đạt, đang duy trì'
		]);
		expect(resultsOf('xa dung', 'communes')[0]?.note).toBe(
			'Xã hiện nay · đang chuyển hóa từ 01/02/2023'
		);
	});

	it('leads to the heir, and with an act to the former commune itself', () => {
		const meant = { formerCode: '03124', formerName: 'Noong Bua', formerUntil: '2025-06-30' };
		expect(resultsOf('noong', 'communes')[0]?.target).toEqual({
			is: 'commune',
			code: '03334',
			...meant
		});
		expect(resultsOf('noong', 'actions').map((act) => [textOf(act), act.note, act.target])).toEqual(
			[
				[
					'Về 06/2025, xem Noong Bua trên ranh giới cũ',
					'Dòng thời gian',
					{ is: 'commune', code: '03124', month: toMonth(2025, 6), ...meant }
				],
				['Hồ sơ Phường Mường Thanh', 'Trang xã', { is: 'page', href: '/commune/03334' }]
			]
		);
	});

	it('leads to the last month of a commune that nothing is left of', () => {
		const [found] = resultsOf('mat dau', 'communes');
		expect(found && textOf(found)).toBe('Mất Dấu (đến 30/06/2025)');
		expect(found?.target).toMatchObject({ is: 'commune', code: '03999', month: toMonth(2025, 6) });
	});

	it('puts accents as typed first, and a commune in force before a former one', () => {
		expect(titles('nọong', 'communes')[0]).toContain('Noọng Hẹt');
		expect(titles('mường thanh', 'communes')).toEqual([
			'Phường Mường Thanh',
			'Mường Thanh (đến 30/06/2025) → nay thuộc Phường Mường Thanh'
		]);
		expect(resultsOf('mường thanh', 'communes')[0]?.note).toBe(
			'Phường hiện nay · gồm Him Lam, Mường Thanh, Noong Bua…'
		);
		expect(titles('mường thanh', 'actions')[0]).toContain('xem Mường Thanh trên ranh giới cũ');
	});

	it('puts the latest of namesakes first, and means it with the acts', () => {
		const minh = (validTo: string) => former('03145', 'Xã Thanh Minh', WARD, { validTo });
		const index = built([minh('2019-12-31'), minh('2025-06-30')]);
		expect(titles('thanh minh', 'communes', index)[0]).toContain('(đến 30/06/2025)');
		expect(titles('thanh minh', 'actions', index)[0]).toContain('Về 06/2025');
	});

	it('has no acts of a former commune that is not the best meant', () => {
		expect(titles('thanh', 'communes')).toHaveLength(3);
		expect(titles('thanh', 'actions')).toEqual([]);
	});

	it('understands a kind before the name', () => {
		expect(titles('p. noong', 'communes')).toHaveLength(1);
		expect(titles('xã noong bua', 'communes')).toHaveLength(1);
		expect(titles('xa dung', 'communes')).toEqual(['Xã Xa Dung']);
		expect(titles('xa thanh an', 'communes')).toEqual(['Xã Thanh An']);
	});

	it('finds communes by code, which then stands in the small line', () => {
		expect(resultsOf('03124', 'communes').map(({ note }) => note)).toEqual([
			'03124 · Phường cũ, thành phố Điện Biên Phủ · tái phức tạp từ 24/04/2024'
		]);
		expect(titles('03352', 'communes')).toEqual([
			'Xã Thanh An',
			'Noọng Hẹt (đến 30/06/2025) → nay thuộc Xã Thanh An'
		]);
		expect(titles('033', 'communes')).toHaveLength(4);
		expect(titles('3', 'communes')).toEqual([]);
	});

	it('finds former districts by name with and without their kind', () => {
		expect(titles('dien bien', 'districts')).toEqual([
			...['Huyện Điện Biên', 'Huyện Điện Biên Đông', 'Thành phố Điện Biên Phủ'].map(
				(name) => `${name} (đến 30/06/2025)`
			)
		]);
		expect(resultsOf('huyện điện biên đông', 'districts').map(({ target }) => target)).toEqual([
			{ is: 'district', name: 'Huyện Điện Biên Đông' }
		]);
	});

	it('finds months', () => {
		const [month] = resultsOf('6/2023', 'months');
		expect(month && [textOf(month), month.target]).toEqual([
			'Tháng 06/2023',
			{ is: 'month', month: toMonth(2023, 6) }
		]);
	});

	it('finds pages and acts by their names in either language', () => {
		expect(resultsOf('cach tinh', 'pages').map(({ target }) => target)).toEqual([
			{ is: 'page', href: '/methods' }
		]);
		expect(resultsOf('readiness', 'pages')).toEqual([]);
		expect(titles('state of', 'pages')).toEqual(['Tình hình báo cáo']);
		expect(resultsOf('xuat', 'actions').map(({ target }) => target)).toEqual([
			{ is: 'action', name: 'export' }
		]);
		overwriteGetLocale(() => 'en');
		expect(titles('tinh hinh', 'pages')).toEqual(['State of reports']);
		expect(titles('noong bua', 'communes')).toEqual([
			'Noong Bua (until 30/06/2025) → now in Phường Mường Thanh'
		]);
		expect(resultsOf('noong bua', 'communes')[0]?.note).toBe(
			'Former ward, Thành phố Điện Biên Phủ · relapsed since 24/04/2024'
		);
	});

	it('keeps to eight communes and gives each result its own id', () => {
		const many = Array.from({ length: 12 }, (_, at) => place(`0400${at}`, `Xã Nà ${at}`));
		const index = built([...PLACES, ...many]);
		expect(resultsOf('nà', 'communes', index)).toHaveLength(8);
		for (const text of ['033', 'th', 'dien', 'na']) {
			const ids = search(index, text).flatMap(({ results }) => results.map(({ id }) => id));
			expect(new Set(ids).size).toBe(ids.length);
		}
	});

	it('finds nothing of an unknown name, and nothing of none', () => {
		expect(search(built(), 'không có đâu')).toEqual([]);
		expect(search(built(), '  ')).toEqual([]);
	});
});

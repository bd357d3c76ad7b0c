import { describe, expect, it } from 'vitest';
import { diffSetups } from './setup-differences.ts';
import { readSetup, readSetupFile } from './read-setup.ts';
import type { Setup } from './setup.ts';
import { findUsedRemovals } from './setup-uses.ts';
import { listZonesFor, PROVINCIAL_ZONES } from './zones.ts';

const INDICATOR: Setup['indicators'][number] = {
	code: 'C01',
	nameVi: 'Phạm pháp hình sự',
	nameEn: 'Recorded crimes',
	unitVi: 'vụ',
	unitEn: 'cases',
	aggregation: 'sum',
	periodicity: 'month',
	better: 'lower',
	numerator: null,
	denominator: null,
	dueDays: 15,
	headings: ['PPHS']
};
const SETUP: Setup = {
	province: {
		code: '99',
		name: 'Bình Minh',
		kind: 'Tỉnh',
		crs: 'EPSG:9216',
		calendar: 'reporting'
	},
	tracks: [{ code: 'TT', nameVi: 'Trật tự', nameEn: 'Order', leadingIndicator: 'C01' }],
	programmes: [
		{
			code: 'P22',
			nameVi: 'Từ 2022',
			nameEn: 'From 2022',
			track: 'TT',
			document: 'KH 1',
			startsOn: '2022-01-01',
			endsOn: null,
			targets: [{ metric: 'met_share', value: 0.6 }]
		}
	],
	indicators: [
		INDICATOR,
		{ ...INDICATOR, code: 'C02', nameVi: 'Án rất nghiêm trọng', headings: [] }
	],
	limits: [{ part: 'C02', whole: 'C01' }]
};

/** Where and what is wrong with a set-up that differs from a right one. */
function faultsOf(change: object): string[] {
	return readSetup({ ...SETUP, ...change }).faults.map(({ path, code, value }) =>
		`${path.join('.')} ${code} ${value}`.trim()
	);
}

describe('a set-up', () => {
	it('is read as it is, with texts tidied', () => {
		expect(readSetup(SETUP)).toEqual({ setup: SETUP, faults: [] });
		const [track] = SETUP.tracks;
		const sent = {
			...SETUP,
			tracks: [{ ...track, nameVi: '  Trâ\u0323t \u000B tự ', nameEn: '' }]
		};
		expect(readSetup(sent).setup?.tracks[0]).toMatchObject({
			nameVi: 'Trật tự',
			nameEn: 'Trật tự'
		});
	});

	it.each([
		['a part that is missing', { tracks: undefined }, ['tracks missing-field']],
		['a field that nobody knows', { calender: 'reporting' }, ['calender unknown-field calender']],
		[
			'a province without a name in an unknown zone',
			{ province: { ...SETUP.province, name: ' ', crs: 'EPSG:3405' } },
			['province.name empty', 'province.crs zone-unknown EPSG:3405']
		],
		['no track', { tracks: [], programmes: [] }, ['tracks list-empty']],
		[
			'a code with a space, and one used twice whatever its case',
			{
				indicators: [INDICATOR, { ...INDICATOR, code: 'c01', nameVi: 'Khác', headings: [] }],
				limits: [],
				tracks: [{ ...SETUP.tracks[0], code: 'T T' }],
				programmes: []
			},
			['tracks.0.code code-form T T', 'indicators.1.code code-duplicated c01']
		],
		[
			'a heading that is the name of another',
			{ indicators: [INDICATOR, { ...SETUP.indicators[1], headings: ['phạm pháp HÌNH SỰ'] }] },
			['indicators.1.headings.0 heading-duplicated phạm pháp HÌNH SỰ']
		],
		[
			'a track led by what no trend can be computed from',
			{ indicators: [{ ...INDICATOR, periodicity: 'quarter' }, SETUP.indicators[1]] },
			['tracks.0.leadingIndicator leading-not-monthly C01']
		],
		[
			'a phase that ends before it begins, on an unknown track, on a day that is none',
			{ programmes: [{ ...SETUP.programmes[0], track: 'X', endsOn: '2021-12-31' }] },
			['programmes.0.track track-unknown X', 'programmes.0.endsOn dates-reversed 2021-12-31']
		],
		[
			'a day that does not exist',
			{ programmes: [{ ...SETUP.programmes[0], startsOn: '2022-02-30' }] },
			['programmes.0.startsOn not-a-date 2022-02-30']
		],
		[
			'a target over all',
			{ programmes: [{ ...SETUP.programmes[0], targets: [{ metric: 'met_share', value: 60 }] }] },
			['programmes.0.targets.0.value share-range 60']
		],
		[
			'a ratio of one part, and parts of what is none',
			{
				indicators: [
					INDICATOR,
					{ ...SETUP.indicators[1], aggregation: 'ratio', numerator: 'C01' },
					{
						...INDICATOR,
						code: 'C3',
						nameVi: 'Ba',
						headings: [],
						numerator: 'C9',
						denominator: 'C01'
					}
				],
				limits: []
			},
			[
				'indicators.1.denominator ratio-parts',
				'indicators.2.numerator ratio-only C9',
				'indicators.2.denominator ratio-only C01'
			]
		],
		[
			'limits of itself and of unknown ones',
			{
				limits: [
					{ part: 'C01', whole: 'C01' },
					{ part: 'C9', whole: 'C02' }
				]
			},
			['limits.0.whole limit-itself C01', 'limits.1.part indicator-unknown C9']
		],
		[
			'days that are not whole',
			{ indicators: [{ ...INDICATOR, dueDays: 1.5 }, SETUP.indicators[1]] },
			['indicators.0.dueDays days-range 1.5']
		]
	])('names %s', (_, change, faults) => {
		expect(faultsOf(change)).toEqual(faults);
	});

	it.each([[null], [1], ['x'], [[]]])('that is %j is refused', (sent) => {
		expect(readSetup(sent).faults.length).toBeGreaterThan(0);
		expect(readSetupFile(sent, SETUP).setup).toBeUndefined();
	});

	it('differs from another in what was changed, and from itself in nothing', () => {
		expect(diffSetups(SETUP, SETUP)).toEqual([]);
		const after: Setup = {
			...SETUP,
			province: { ...SETUP.province, calendar: 'calendar' },
			indicators: SETUP.indicators.toReversed(),
			limits: []
		};
		expect(diffSetups(SETUP, after)).toEqual([
			{ kind: 'province', field: 'calendar', before: 'reporting', after: 'calendar' },
			{ kind: 'reordered', list: 'indicators' },
			{ kind: 'limit-removed', part: 'C02', whole: 'C01' }
		]);
	});

	it('takes nothing away that data hangs on', () => {
		const uses = { tracks: { TT: { events: 3, plans: 0 } }, indicators: {} };
		const after = { ...SETUP, tracks: [], indicators: [] };
		expect(findUsedRemovals(SETUP, after, uses)).toEqual([
			{ list: 'tracks', code: 'TT', nameVi: 'Trật tự', nameEn: 'Order', uses: uses.tracks.TT }
		]);
	});
});

describe('zones', () => {
	it('stand with the known or the nearest one first', () => {
		expect(listZonesFor(null, null)).toEqual(PROVINCIAL_ZONES);
		expect(listZonesFor(null, 107.4)[0]?.crs).toBe('EPSG:9216');
		expect(listZonesFor('EPSG:9205', 107.4)[0]?.crs).toBe('EPSG:9205');
		expect(listZonesFor('EPSG:9205', 107.4)).toHaveLength(PROVINCIAL_ZONES.length);
	});
});

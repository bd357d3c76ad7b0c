import { describe, expect, it } from 'vitest';
import { at } from './at.ts';
import { readBoundaries, readDemoRows, type DemoRow } from './demo-files.ts';
import { GRID_PER_DEGREE } from './map/draw-map.ts';
import { contains } from './map/territory.ts';

/** Moves that the rules of the programme allow, besides closing by merger, which is always allowed. */
const MOVES: Readonly<Record<string, readonly string[]>> = {
	none: ['survey'],
	survey: ['proposed'],
	proposed: ['approved'],
	approved: ['active'],
	active: ['appraisal'],
	appraisal: ['met', 'not_met'],
	not_met: ['active'],
	met: ['exited', 'relapsed'],
	exited: ['relapsed'],
	relapsed: ['proposed']
};

const UNITS = {
	first: readBoundaries('boundaries-2017.geojson'),
	second: readBoundaries('boundaries-2020.geojson'),
	third: readBoundaries('boundaries-2025.geojson')
};

describe('status events', () => {
	const events = readDemoRows('status.csv').filter((event) => event('track') === 'TTATXH');
	const records = new Map<string, DemoRow[]>();
	for (const event of events) {
		const code = event('unit_code');
		records.set(code, [...(records.get(code) ?? []), event]);
	}
	const dates = (status: string): string[] =>
		events.filter((event) => event('status') === status).map((event) => event('effective_date'));

	it('are about 44 communes in all ten districts that exist in the first two frames', () => {
		expect(records.size).toBe(44);
		const districts = new Set<string>();
		for (const [code, record] of records) {
			expect(UNITS.first.some((unit) => unit.code === code)).toBe(true);
			const unit = UNITS.second.find((candidate) => candidate.code === code) ?? expect.fail(code);
			for (const event of record) expect(event('unit_name')).toBe(unit.name);
			districts.add(unit.districtCode);
		}
		expect(districts.size).toBe(10);
	});

	it('make allowed moves only, in order of date', () => {
		for (const record of records.values()) {
			let [status, date] = ['none', ''];
			for (const event of record) {
				const [next, day] = [event('status'), event('effective_date')];
				expect(next === 'succeeded' || MOVES[status]?.includes(next), `${status} → ${next}`).toBe(
					true
				);
				expect(day > date).toBe(true);
				[status, date] = [next, day];
			}
			expect([status, date]).toEqual(['succeeded', '2025-07-01']);
		}
	});

	it('approve 44 and recognise 42 in phase 1', () => {
		expect(
			dates('approved').filter((date) => date >= '2017-06-15' && date <= '2017-12-31')
		).toHaveLength(44);
		expect(
			dates('met').filter((date) => date >= '2019-11-01' && date <= '2020-06-30')
		).toHaveLength(42);
		expect(dates('met')).toHaveLength(42);
		expect(dates('appraisal').every((date) => date >= '2019-09-01' && date <= '2020-03-31')).toBe(
			true
		);
	});

	it('leave two not met, three relapsed and four removed from the list', () => {
		expect(dates('not_met')).toHaveLength(2);
		expect(dates('relapsed')).toHaveLength(3);
		expect(dates('exited')).toHaveLength(4);
		const last = [...records.values()].map((record) => at(record, record.length - 2)('status'));
		expect(last.filter((status) => status === 'relapsed').length).toBeGreaterThan(0);
		expect(last.filter((status) => status === 'active').length).toBeGreaterThanOrEqual(2);
	});

	it('mark invented papers as such', () => {
		for (const event of events) {
			if (event('status') !== 'succeeded') expect(event('document_number')).toContain('(minh họa)');
			expect(event('note')).toBe('Số liệu minh họa');
		}
	});
});

describe('community models', () => {
	const models = new Map(readDemoRows('models.csv').map((row) => [row('model_code'), row]));
	const sites = readDemoRows('sites.csv');

	it('have twelve types, four of them begun in 2017 to 2020', () => {
		expect(models.size).toBe(12);
		const begun = [...models.values()].filter(
			(row) => row('founded_on') >= '2017' && row('founded_on') < '2021'
		);
		expect(begun).toHaveLength(4);
	});

	it('have sites inside the unit that was valid when they began', () => {
		for (const site of sites) {
			const founded = site('founded_on');
			const units =
				founded >= '2025-07-01'
					? UNITS.third
					: founded >= '2020-01-01'
						? UNITS.second
						: UNITS.first;
			const unit =
				units.find(({ code }) => code === site('unit_code')) ?? expect.fail(site('site_code'));
			expect(unit.name).toBe(site('unit_name'));
			const place = [
				Number(site('lon')) * GRID_PER_DEGREE,
				Number(site('lat')) * GRID_PER_DEGREE
			] as const;
			expect(contains(unit.territory, place), site('site_code')).toBe(true);
		}
	});

	it('run in order of time: type, older site, site, retirement', () => {
		const byCode = new Map(sites.map((site) => [site('site_code'), site]));
		expect(byCode.size).toBe(sites.length);
		for (const site of sites) {
			const model = models.get(site('model_code')) ?? expect.fail(site('site_code'));
			expect(site('founded_on') >= model('founded_on')).toBe(true);
			if (site('retired_on')) expect(site('retired_on') > site('founded_on')).toBe(true);
			if (model('retired_on'))
				expect(site('retired_on') <= model('retired_on') && site('retired_on') !== '').toBe(true);
			if (!site('replicated_from')) continue;
			const older = byCode.get(site('replicated_from')) ?? expect.fail(site('site_code'));
			expect(older('model_code')).toBe(site('model_code'));
			expect(older('founded_on') < site('founded_on')).toBe(true);
		}
	});
});

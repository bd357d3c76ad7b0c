import { describe, expect, it } from 'vitest';
import { parseCatalogue } from './catalogue-rows.ts';

const FILES: Record<string, unknown[]> = {
	indicators: [],
	tracks: [
		{ position: '2', code: 'ANTT', name_vi: 'An ninh', name_en: 'Order', leading_indicator: '' }
	],
	programmes: [],
	limits: [{ part_code: 'C02', whole_code: 'C01' }],
	headings: [{ indicator_code: 'C01', heading: 'PPHS' }]
};

describe('the catalogue', () => {
	it('has numbers for numbers and nothing for what is left empty', () => {
		const { tracks, limits, headings } = parseCatalogue((file) => FILES[file]);
		expect(tracks).toEqual([
			{ position: 2, code: 'ANTT', nameVi: 'An ninh', nameEn: 'Order', leadingIndicator: null }
		]);
		expect(limits).toEqual([{ partCode: 'C02', wholeCode: 'C01' }]);
		expect(headings).toEqual([{ indicatorCode: 'C01', heading: 'PPHS' }]);
	});

	it('refuses a place in the list that is no number, and a heading that is missing', () => {
		const withTrack = (track: object) => () =>
			parseCatalogue((file) => (file === 'tracks' ? [track] : FILES[file]));
		const [track] = FILES.tracks as [object];
		expect(withTrack({ ...track, position: 'second' })).toThrow();
		expect(withTrack({ ...track, name_vi: undefined })).toThrow();
	});
});

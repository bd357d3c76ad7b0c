import { describe, expect, it } from 'vitest';
import { toMonth } from '#lib/domain/period.ts';
import { mergedSource } from '#lib/view/fixtures/merged-source.ts';
import { TWO_SQUARES } from '#lib/view/svg-map/fixtures.ts';
import { parseViewParams } from '#lib/view/view-params.ts';
import { svgPng } from '../sheet/sheet-png.ts';
import type { DrawnSlide } from './slide-content.ts';
import { slideMapSvg } from './slide-map.ts';

const MONTH = toMonth(2026, 10);
/** Its communes with their names on their own land. */
function source(): DrawnSlide['content']['source'] {
	const { units, matrices } = mergedSource(MONTH);
	return {
		matrices,
		units: units.map((unit, at) => ({ ...unit, label: [103.5 + at, 21.5] as [number, number] }))
	};
}
const drawn = (query: string, extent: DrawnSlide['extent'] = [103, 21, 105, 22]): DrawnSlide => ({
	content: {
		source: source(),
		frame: { from: '2025-07-01' },
		month: MONTH,
		params: parseViewParams(new URLSearchParams(query)),
		calendar: 'calendar',
		leading: null,
		trackName: 'Trật tự',
		summary: undefined,
		sites: undefined
	},
	boundaries: { topology: TWO_SQUARES, parts: undefined },
	extent
});
const FORM = { size: { width: 400, height: 300 }, factor: 2, title: 'Hết < tháng' };

describe('the map of a slide in a file', () => {
	it('names its communes and marks relapses, unless the slide leaves them out', () => {
		const all = slideMapSvg(drawn(''), { ...FORM, names: true, marks: true });
		expect(all).toContain('>Mới</text>');
		expect(all).toContain('aria-label="Hết &lt; tháng"');
		const bare = slideMapSvg(drawn(''), { ...FORM, names: false, marks: false });
		expect(bare).not.toContain('<text');
		expect(all.length).toBeGreaterThan(bare.length);
	});

	it('draws a commune of several states in bands where its former ones have no shapes', () => {
		expect(slideMapSvg(drawn(''), { ...FORM, names: false, marks: false })).toContain('url(#m1)');
	});

	it('becomes a picture, also where most of the province lies outside of it', async () => {
		for (const slide of [drawn(''), drawn('theme=sites'), drawn('', [103, 21, 103.2, 21.2])]) {
			const png = await svgPng(slideMapSvg(slide, { ...FORM, names: true, marks: true }), 400);
			expect([...png.slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
		}
	});
});

import { describe, expect, it } from 'vitest';
import { A4, CONTENT } from './fixtures/two-communes.ts';
import { mapSheet } from './map-sheet.ts';
import { sheetsPdf } from './sheet-pdf.ts';
import { sheetSvg } from './sheet-svg.ts';

describe('a base map on a sheet', () => {
	const relief = [[[[-1000, -1000] as const, [1000, -1000] as const, [0, 1000] as const]]];
	const river = [[-200_000, 0] as const, [200_000, 0] as const];
	const content = { ...CONTENT, baseMap: { relief, rivers: [river], roads: [] } };
	const sheet = mapSheet(content, A4);

	it('lies over the colours and under the names, cut off at the land', () => {
		const at = sheet.marks.findIndex(({ kind }) => kind === 'clip');
		const clip = sheet.marks[at];
		if (clip?.kind !== 'clip') expect.fail('no base map');
		expect(clip.marks.map(({ kind }) => kind)).toEqual(['shade', 'line']);
		const lands = sheet.marks.flatMap((mark) => (mark.kind === 'area' && mark.cover ? [mark] : []));
		expect(clip.rings).toEqual(lands.flatMap(({ rings }) => rings));
		expect(at).toBeGreaterThan(sheet.marks.lastIndexOf(lands.at(-1)!));
		const name = sheet.marks.findIndex((mark) => mark.kind === 'text' && mark.text === 'Sín Thầu');
		expect(at).toBeLessThan(name);
	});

	it('is clipped in the files, too', async () => {
		expect(sheetSvg(sheet)).toMatch(/<clipPath id="(clip-\d+)">.*clip-path="url\(#\1\)"/s);
		const shade = /\/ca 0\.11/;
		expect((await sheetsPdf([sheet])).toString('latin1')).toMatch(shade);
		expect((await sheetsPdf([mapSheet(CONTENT, A4)])).toString('latin1')).not.toMatch(shade);
	});
});

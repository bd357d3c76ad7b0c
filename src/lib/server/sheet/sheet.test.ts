import type { FeatureCollection } from 'geojson';
import { topology } from 'topojson-server';
import type { MapContent } from './map-content.ts';
import { projectBoundaries } from './project.ts';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { barLength, thinRing, usualScale } from './fit-map.ts';
import { mapSheet } from './map-sheet.ts';
import { A4, CONTENT, square, textOf, textsOf } from './fixtures/two-communes.ts';
import type { AreaMark, Sheet } from './marks.ts';
import { PAPER_NAMES, paperSize } from './paper.ts';
import { sheetsPdf } from './sheet-pdf.ts';
import { sheetPng } from './sheet-png.ts';
import { sheetSvg } from './sheet-svg.ts';

/** Everything that a PDF's pages draw, as text. */
function contentOf(file: Buffer): string {
	const raw = file.toString('latin1');
	const streams = [...raw.matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n/g)].map(
		({ index, 0: head }) => {
			const from = index + head.length;
			const to = raw.indexOf('endstream', from);
			try {
				return inflateSync(file.subarray(from, to)).toString('latin1');
			} catch {
				return '';
			}
		}
	);
	return streams.join('\n');
}

describe('scales', () => {
	it.each([
		[387_215, 400_000],
		[400_000, 400_000],
		[1_000_001, 1_250_000],
		[76, 100 * 1],
		[0, 1]
	])('1 : %i is drawn at 1 : %i', (least, usual) => {
		expect(usualScale(least)).toBe(usual);
	});

	it('have bars of round lengths', () => {
		expect(barLength(400_000, 200)).toBe(20);
		expect(barLength(1_250_000, 100)).toBe(20);
		expect(barLength(25_000, 100)).toBe(0.5);
	});
});

/** The land of the sheet's communes, which alone has covers. */
function landAreas({ marks }: Sheet): AreaMark[] {
	return marks.flatMap((mark) => (mark.kind === 'area' && mark.cover ? [mark] : []));
}

describe.each(
	PAPER_NAMES.flatMap((paper) =>
		(['landscape', 'portrait'] as const).map((side) => ({ paper, side }))
	)
)('a map sheet on $paper $side', (form) => {
	const sheet = mapSheet(CONTENT, { ...form, signed: true });
	const { width, height } = paperSize(form.paper, form.side);

	it('is true to the scale that it states', () => {
		overwriteGetLocale(() => 'vi');
		const stated = textsOf(mapSheet(CONTENT, { ...form, signed: true })).find(({ text }) =>
			text.startsWith('Tỷ lệ 1 : ')
		);
		const denominator = Number(stated?.text.slice(10).replaceAll('.', ''));
		const [one = NaN, other = NaN] = landAreas(sheet).map(({ rings }) => {
			const ys = rings.flat().map(([, y]) => y);
			return (Math.min(...ys) + Math.max(...ys)) / 2;
		});
		// A degree of latitude between 21.05° and 22.05° is 110,731 m on the WGS 84 ellipsoid.
		const measured = (Math.abs(one - other) / 1000) * denominator;
		expect(measured).toBeGreaterThan(110_731 * 0.999);
		expect(measured).toBeLessThan(110_731 * 1.001);
		const bar = textsOf(sheet).find(({ text }) => text.endsWith(' km'));
		const start = textsOf(sheet).find(({ text }) => text === '0');
		const kilometres = Number(bar?.text.replace(' km', '').replace(',', '.'));
		expect((((bar?.x ?? NaN) - (start?.x ?? NaN)) * denominator) / 1e6).toBeCloseTo(kilometres, 6);
	});

	it('has everything on the paper', () => {
		for (const mark of sheet.marks) {
			if (mark.kind === 'backdrop' || mark.kind === 'window' || mark.kind === 'clip') continue;
			const points =
				mark.kind === 'text'
					? [[mark.x, mark.y] as const]
					: mark.kind === 'line'
						? mark.points
						: mark.rings.flat();
			for (const [x, y] of points) {
				expect(x).toBeGreaterThan(0);
				expect(x).toBeLessThan(width);
				expect(y).toBeGreaterThan(0);
				expect(y).toBeLessThan(height);
			}
		}
	});
});

describe('the files of a sheet', () => {
	overwriteGetLocale(() => 'vi');
	const sheet = mapSheet(CONTENT, A4);

	it('SVG: size in millimetres, vectors, real text, no pictures', () => {
		const svg = sheetSvg(sheet);
		expect(svg).toContain('width="297mm" height="210mm" viewBox="0 0 297 210"');
		for (const text of ['BẢN ĐỒ THỬ', 'Sín Thầu', 'Đạt &amp; duy trì', '1.234', 'Hai xã cũ']) {
			expect(svg).toContain(`>${text}</text>`);
		}
		expect(svg).not.toContain('<image');
		expect(svg.match(/<pattern /g)).toHaveLength(2);
	});

	it('PDF: the paper’s size, fonts inside, no pictures', async () => {
		const file = await sheetsPdf([sheet, mapSheet(CONTENT, { ...A4, paper: 'A0' })]);
		const raw = file.toString('latin1');
		const boxes = [...raw.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) =>
			[Number(w), Number(h)].map((points) => Math.round((points / 72) * 25.4))
		);
		expect(boxes).toEqual([
			[297, 210],
			[1189, 841]
		]);
		expect(raw.match(/\/FontFile2/g)).toHaveLength(2);
		expect(raw).not.toContain('/Subtype /Image');
		// Shapes are filled and clipped, letters are set.
		const drawn = contentOf(file);
		expect(/W\*\s+n/.test(drawn)).toBe(true);
		expect(/ TJ/.test(drawn)).toBe(true);
	});

	it('PNG: as many pixels as the scale says', async () => {
		for (const scale of [1, 4]) {
			const png = Buffer.from(await sheetPng(sheet, scale));
			expect(png.subarray(1, 4).toString()).toBe('PNG');
			expect(png.readUInt32BE(16)).toBe(Math.round((297 * 96 * scale) / 25.4));
		}
	});
});

describe('what lies over the land', () => {
	const shapes: FeatureCollection = {
		type: 'FeatureCollection',
		features: [102.5, 102.54].map((west, at) => ({
			type: 'Feature',
			id: at + 11,
			properties: {},
			geometry: { type: 'Polygon', coordinates: square(west, 21, 0.04) }
		}))
	};
	const FORMER = projectBoundaries(
		topology({ units: shapes }),
		new Map([[11, [102.52, 21.02]]]),
		CONTENT.ground.middle
	);
	const content: MapContent = {
		...CONTENT,
		parts: {
			ground: FORMER,
			paintOf: (id) => (id === 11 ? { fill: '#5a2c6d' } : { fill: '#125b44' })
		},
		diamonds: [{ id: 11, at: FORMER.units[0]?.label ?? [0, 0], note: 'A: tái phức tạp' }]
	};

	it('former communes lie in their own shapes between thin lines, below bold ones', () => {
		const { marks } = mapSheet(content, A4);
		const fills = marks.flatMap((mark) => (mark.kind === 'area' ? [mark.fill] : []));
		expect(fills.slice(0, 4)).toEqual(['#176546', '#ffffff', '#5a2c6d', '#125b44']);
		const widths = marks.flatMap((mark) => (mark.kind === 'line' ? [mark.width] : []));
		const outlines = mapSheet(CONTENT, A4).marks.filter(({ kind }) => kind === 'line').length;
		expect(widths.length).toBeGreaterThan(outlines);
		expect(Math.min(...widths)).toBeCloseTo(0.1, 6);
	});

	it('what relapsed has a diamond, and a leader where its land is small', () => {
		expect(textsOf(mapSheet(content, A4)).map(({ text }) => text)).toContain('A: tái phức tạp');
		const diamonds = mapSheet(content, A4).marks.filter(
			(mark) => mark.kind === 'area' && mark.rings[0]?.length === 5 && mark.width === 0.02
		);
		expect(diamonds).toHaveLength(2);
	});

	it('the legend has sums and, when told, no numbers', () => {
		const texts = (numbers: boolean) =>
			textsOf(mapSheet(CONTENT, { ...A4, numbers })).map(({ text }) => text);
		expect(texts(true).filter((text) => text === '1.234')).toHaveLength(2);
		expect(texts(true)).toContain('Đã đạt');
		expect(texts(false)).not.toContain('Đã đạt');
		expect(texts(false)).not.toContain('1.234');
		expect(texts(false)).toContain('Đạt & duy trì');
	});

	it('the grid of VN-2000 is where the formulas have it', () => {
		const sheet = mapSheet(CONTENT, { ...A4, grid: true });
		const stated = textsOf(sheet).find(({ text }) => text.startsWith('Tỷ lệ 1 : '));
		const denominator = Number(stated?.text.slice(10).replaceAll('.', ''));
		const label = textOf(sheet, '2.400');
		const line = sheet.marks.find(
			(mark) =>
				mark.kind === 'line' &&
				mark.width === 0.12 &&
				Math.abs((mark.points[0]?.[1] ?? 0) - (label?.y ?? 0)) < 1
		);
		const [south] = landAreas(sheet);
		const [x, low] = south?.rings[0]?.[0] ?? [NaN, NaN];
		const points = line?.kind === 'line' ? line.points : [];
		const [near] = points.toSorted((p, q) => Math.abs(p[0] - x) - Math.abs(q[0] - x));
		// 2,400,000 / 0.9999 m along the meridian (111,132.954 φ − 16,038.509 sin 2φ + 16.833 sin 4φ) are 21.6969°;
		// 52 km west of it 84 m less, and by the shift of VN-2000 to WGS 84 some 111 m: 21.6951° N.
		const metres = ((low - (near?.[1] ?? NaN)) / 1000) * denominator;
		expect(Math.abs(metres - (21.6951 - 21) * 110_728)).toBeLessThan(60);
		expect(textOf(sheet, 'VN-2000 / TM-3 103-00')).toBeDefined();
	});
});

describe('thin rings', () => {
	it('lose corners that nobody sees', () => {
		const ring: [number, number][] = [
			[0, 0],
			[0.01, 0],
			[1, 0],
			[1, 0.04]
		];
		expect(thinRing(ring, 0.05)).toEqual([
			[0, 0],
			[1, 0]
		]);
	});
});

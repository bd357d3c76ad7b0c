import { inflateSync } from 'node:zlib';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { topology } from 'topojson-server';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { communeSheet } from './commune-sheet.ts';
import { barLength, thinRing, usualScale } from './fit-map.ts';
import type { MapContent } from './map-content.ts';
import { mapSheet } from './map-sheet.ts';
import type { Sheet } from './marks.ts';
import { PAPER_NAMES, paperSize } from './paper.ts';
import { placeNames } from './place-names.ts';
import { projectBoundaries } from './project.ts';
import { pageCounter } from '#lib/view/count-pages.ts';
import { sheetsPdf, streamPdf } from './sheet-pdf.ts';
import { sheetPng } from './sheet-png.ts';
import { sheetSvg } from './sheet-svg.ts';

const square = (west: number, south: number, side: number) => [
	[
		[west, south],
		[west + side, south],
		[west + side, south + side],
		[west, south + side],
		[west, south]
	]
];
/** Two communes of a tenth of a degree, one above the other, a degree apart. */
const COMMUNES: FeatureCollection = {
	type: 'FeatureCollection',
	features: [21, 22].map((south, at) => ({
		...{ type: 'Feature', id: at + 1, properties: {} },
		geometry: { type: 'Polygon', coordinates: square(102.5, south, 0.1) }
	}))
};
const BOUNDARIES = topology({ units: COMMUNES });
const LABELS = new Map<number, [number, number]>([
	[1, [102.55, 21.05]],
	[2, [102.55, 22.05]]
]);
const CONTENT: MapContent = {
	...{ title: 'Bản đồ thử', subtitle: 'Điện Biên', label: 'Nội bộ' },
	ground: projectBoundaries(BOUNDARIES, LABELS),
	paintOf: (unitId) =>
		unitId === 1
			? { fill: '#176546', cover: { pattern: 'dots' } }
			: {
					fill: '#ffffff',
					cover: {
						bands: [
							{ color: '#176546', share: 0.5 },
							{ color: '#4c9add', share: 0.5 }
						]
					}
				},
	nameOf: (unitId) => ({ text: unitId === 1 ? 'Mường Nhé' : 'Sín Thầu', weight: unitId }),
	legend: [{ label: 'Đạt & duy trì', count: 1234, paint: { fill: '#176546' } }],
	notes: ['Nguồn: indicators.csv.']
};
const A4 = { paper: 'A4', side: 'landscape', signed: true } as const;
const textsOf = ({ marks }: Sheet) => marks.flatMap((mark) => (mark.kind === 'text' ? mark : []));
const textOf = (sheet: Sheet, text: string) =>
	textsOf(sheet).find((mark) => mark.text === text) ?? expect.fail(`no ${text}`);

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
		const denominator = Number(stated!.text.slice(10).replaceAll('.', ''));
		const [one, other] = ['Mường Nhé', 'Sín Thầu'].map((name) => textOf(sheet, name));
		// A degree of latitude between 21.05° and 22.05° is 110,731 m on the WGS 84 ellipsoid.
		const measured = (Math.hypot(one!.x - other!.x, one!.y - other!.y) / 1000) * denominator;
		expect(measured).toBeGreaterThan(110_731 * 0.999);
		expect(measured).toBeLessThan(110_731 * 1.001);
		const bar = textsOf(sheet).find(({ text }) => text.endsWith(' km'))!;
		const start = textsOf(sheet).find(({ text }) => text === '0')!;
		const kilometres = Number(bar.text.replace(' km', '').replace(',', '.'));
		expect(((bar.x - start.x) * denominator) / 1e6).toBeCloseTo(kilometres, 6);
	});

	it('has everything on the paper', () => {
		for (const mark of sheet.marks) {
			if (mark.kind === 'backdrop') continue;
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
		for (const text of ['BẢN ĐỒ THỬ', 'Mường Nhé', 'Đạt &amp; duy trì: 1.234 xã', 'CHÚ GIẢI']) {
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

describe('names', () => {
	it('stand clear of each other, the weightier first', () => {
		const names = [
			{ text: 'Nà Tấu', x: 10, y: 10, weight: 1 },
			{ text: 'Mường Phăng', x: 11, y: 10.5, weight: 2 },
			{ text: 'Pu Nhi', x: 40, y: 10, weight: 0 }
		];
		expect(placeNames(names, 2).map(({ text }) => text)).toEqual(['Mường Phăng', 'Pu Nhi']);
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

describe('a page of the atlas', () => {
	const page = communeSheet({
		...{ unitId: 1, name: 'Xã Mường Nhé', subtitle: 'Huyện Mường Nhé', label: 'Nội bộ' },
		...{ ground: CONTENT.ground, paint: { fill: '#176546' } },
		facts: [{ label: 'Dân số', value: '6.567' }],
		events: Array.from({ length: 30 }, (_, at) => ({ date: `${at}`, text: `Việc ${at}` })),
		yearsTitle: 'Phạm pháp hình sự theo năm (vụ)',
		years: [
			{ year: 2017, count: 4, partial: false },
			{ year: 2018, count: 2, partial: true }
		],
		notes: ['Số liệu minh họa']
	});

	it('has facts, the latest of a long record, years and notes, all on the paper', () => {
		const texts = textsOf(page).map(({ text }) => text);
		for (const text of [
			'Xã Mường Nhé',
			'6.567',
			'Việc 29',
			'2017',
			'4',
			'2*',
			'Số liệu minh họa'
		]) {
			expect(texts).toContain(text);
		}
		expect(texts).not.toContain('Việc 0');
		for (const { x, y } of textsOf(page)) {
			expect(x > 0 && x < 210 && y > 0 && y < 297).toBe(true);
		}
	});

	it('is drawn when it is asked for, and not after nobody asks any more', async () => {
		let drawn = 0;
		function* pages() {
			for (;;) {
				drawn++;
				yield page;
			}
		}
		const stream = streamPdf(pages(), 'Tập bản đồ', new Date());
		for (let chunks = 0; chunks < 6; chunks++) await stream.next();
		const before = drawn;
		await stream.return(undefined);
		expect(drawn).toBe(before);
		expect(before).toBeLessThan(20);
	});

	it('is the same bytes each time, so that the rest of a file fits the part that is there', async () => {
		const whole = async () => {
			const parts: Uint8Array[] = [];
			const made = new Date('2026-11-26');
			for await (const part of streamPdf([page, page], 'Tập bản đồ', made)) parts.push(part);
			return Buffer.concat(parts);
		};
		const first = await whole();
		expect(first.equals(await whole())).toBe(true);
		const count = pageCounter();
		expect(count(first)).toBe(2);
	});

	it('leaves out what is hidden, and says so', () => {
		const hidden = communeSheet({
			...{ unitId: 1, name: 'Xã Mường Nhé', subtitle: '', label: 'Công khai' },
			...{ ground: CONTENT.ground, paint: { fill: '#176546' }, facts: [], events: [] },
			yearsTitle: 'Phạm pháp hình sự theo năm (vụ)',
			years: [
				{ year: 2017, count: undefined, partial: false },
				{ year: 2018, count: undefined, partial: true }
			],
			notes: ['Bản công khai']
		});
		const texts = textsOf(hidden).map(({ text }) => text);
		expect(texts.filter((text) => text === 'ẩn')).toHaveLength(2);
		expect(texts.some((text) => text.includes('*'))).toBe(false);
	});
});

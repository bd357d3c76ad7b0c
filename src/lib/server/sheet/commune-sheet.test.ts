import { describe, expect, it } from 'vitest';
import { pageCounter } from '#lib/view/count-pages.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { communeSheet } from './commune-sheet.ts';
import { CONTENT, textsOf } from './fixtures/two-communes.ts';
import { streamPdf } from './sheet-pdf.ts';
import { sheetSvg } from './sheet-svg.ts';

overwriteGetLocale(() => 'vi');

describe('a page of the atlas', () => {
	const BLANK = {
		unitId: 1,
		label: 'Nội bộ',
		statesTitle: 'Trạng thái',
		picture: CONTENT,
		states: [],
		facts: [],
		events: [],
		models: []
	};
	const page = communeSheet({
		...BLANK,
		name: 'Xã Mường Nhé',
		subtitle: 'Huyện Mường Nhé',
		states: [
			{ name: 'Sen Thượng', state: 'Tái phức tạp', paint: { fill: '#5a2c6d' }, diamond: true }
		],
		models: Array.from({ length: 9 }, (_, at) => ({ name: `Loại ${at}`, count: 9 - at })),
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
			'Số liệu minh họa',
			'Sen Thượng',
			'Tái phức tạp',
			'Loại 0',
			'Loại khác'
		]) {
			expect(texts).toContain(text);
		}
		expect(texts).not.toContain('Việc 0');
		for (const { x, y } of textsOf(page)) {
			expect(x > 0 && x < 210 && y > 0 && y < 297).toBe(true);
		}
	});

	it('shows the commune large, with its neighbours, in a window', () => {
		const map = page.marks.find((mark) => mark.kind === 'window');
		if (map?.kind !== 'window') expect.fail('no map');
		const { box } = map;
		expect(box.width).toBeGreaterThan(100);
		const largest = Math.max(
			...map.marks.flatMap((mark) =>
				mark.kind === 'line' ? mark.points.map(([x]) => x - box.x) : []
			)
		);
		expect(largest).toBeGreaterThan(box.width / 2);
		expect(sheetSvg(page)).toContain(`<svg x="${box.x}" y="${box.y}" width="${box.width}"`);
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
			...BLANK,
			name: 'Xã Mường Nhé',
			subtitle: '',
			label: 'Công khai',
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

import type { FeatureCollection } from 'geojson';
import { afterEach, describe, expect, it } from 'vitest';
import { projectBoundaries } from '#lib/server/sheet/project.ts';
import { mapSheet } from '#lib/server/sheet/map-sheet.ts';
import { sheetPng } from '#lib/server/sheet/sheet-png.ts';
import { SCENARIO } from '#lib/server/export/fixtures/scenario.ts';
import { annexDocument } from '#lib/server/export/plan-annex-document.ts';
import { annexWorkbook } from '#lib/server/export/plan-annex-workbook.ts';
import { annexOf, type AnnexNote } from '#lib/server/export/plan-annex.ts';
import { planOnPaper } from '#lib/server/export/plan-sheet.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { topology } from 'topojson-server';
import { convert, haveOffice } from './convert.ts';

afterEach(() => overwriteGetLocale(() => 'vi'));

const NOTE: AnnexNote = { calendar: 'calendar', detected: false, nameOf: (code) => code };

function drawMap(): Promise<Uint8Array> {
	const ring = [
		[103, 21],
		[103, 22],
		[104, 22],
		[103, 21]
	];
	const communes: FeatureCollection = {
		type: 'FeatureCollection',
		features: [
			{
				type: 'Feature',
				id: 1,
				properties: {},
				geometry: { type: 'Polygon', coordinates: [ring] }
			}
		]
	};
	const boundaries = topology({ units: communes });
	const content = planOnPaper(SCENARIO, {
		ground: projectBoundaries(boundaries),
		units: [],
		provinceName: 'Điện Biên',
		calendar: 'calendar'
	});
	return sheetPng(mapSheet(content, { paper: 'A4', side: 'portrait', signed: false }), 1);
}

describe.skipIf(!haveOffice)('the annex of a plan in LibreOffice', () => {
	it.each([
		['vi', 'DANH SÁCH ĐỊA BÀN ĐỀ XUẤT CHUYỂN HÓA', '1.450,5', 'THỦ TRƯỞNG ĐƠN VỊ'],
		['en', 'COMMUNES PROPOSED FOR TRANSFORMATION', '1,450.5', 'HEAD OF UNIT']
	] as const)(
		'prints in %s on A4, in Times, with its map and page numbers from the second page',
		async (locale, ...texts) => {
			overwriteGetLocale(() => locale);
			const file = await annexDocument(annexOf(SCENARIO, NOTE), 'Lò Văn An', await drawMap());
			const { pages, fonts, size, pictures } = convert(file, 'annex.docx');
			expect(size).toEqual([210, 297]);
			// Times New Roman, or its metric twin where it is not installed.
			expect(fonts).toMatch(/TimesNewRoman|LiberationSerif/);
			expect(pictures).toBe(1);
			const whole = pages.join('\n');
			for (const text of texts) expect(whole.includes(text), text).toBe(true);
			const numberOf = (page: string) =>
				/^\s*(\d+)\s*$/m.exec(page.split('\n').slice(0, 3).join('\n'))?.[1];
			expect(pages.map(numberOf)).toEqual([
				undefined,
				...pages.slice(1).map((_, at) => String(at + 2))
			]);
		},
		180_000
	);

	it('is a workbook that opens, too', async () => {
		const { pages } = convert(await annexWorkbook(annexOf(SCENARIO, NOTE)), 'annex.xlsx');
		expect(pages.join('\n')).toContain('Phường Điện Biên Phủ');
		// Each of the three sheets fits the width of its page.
		expect(pages).toHaveLength(3);
	}, 180_000);
});

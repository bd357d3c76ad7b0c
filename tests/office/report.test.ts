import { afterEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { partOf } from '#lib/server/import/formats/fixtures/office-part.ts';
import { NOTE, REPORT } from '#lib/server/export/fixtures/report.ts';
import { fillTemplate } from '#lib/server/export/report-document.ts';
import { builtInTemplate } from '#lib/server/export/report-template.ts';
import { reportFields } from '#lib/view/report/fields.ts';
import { reportTables } from '#lib/view/report/tables.ts';
import { convert, haveOffice } from './convert.ts';

afterEach(() => overwriteGetLocale(() => 'vi'));

/** Forty-four communes, so that the table goes over a page's end. */
const LONG = {
	...REPORT,
	list: Array.from({ length: 44 }, (_, at) => ({ ...REPORT.list[0]!, name: `Xã ${at + 1}` }))
};
const write = async () =>
	fillTemplate(await builtInTemplate(), reportFields(LONG, NOTE), reportTables(LONG, NOTE));

describe.skipIf(!haveOffice)('the report in LibreOffice', () => {
	it.each([
		['vi', 'BÁO CÁO', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '120.496', '95,45 %'],
		['en', 'REPORT', 'SOCIALIST REPUBLIC OF VIETNAM', '120,496', '95.45 %']
	] as const)(
		'prints in %s as an official document: A4, Times, numbered pages, headings with their text',
		async (locale, ...texts) => {
			overwriteGetLocale(() => locale);
			const { pages, fonts, size } = convert(await write(), 'report.docx');
			expect(size).toEqual([210, 297]);
			expect(fonts).toMatch(/TimesNewRoman|LiberationSerif/);
			const whole = pages.join('\n');
			for (const text of texts) expect(whole.includes(text), text).toBe(true);
			expect(whole).not.toMatch(/[{}]/);
			expect(pages.length).toBeGreaterThan(1);
			pages.slice(1).forEach((page, at) => {
				expect(page.trimStart().split('\n')[0]?.trim()).toBe(String(at + 2));
			});
			for (const page of pages) {
				const lines = page.trimEnd().split('\n');
				expect(lines.at(-1)).not.toMatch(/^\s*[IVX]+\. /);
			}
		},
		180_000
	);

	it('has the prescribed margins', async () => {
		overwriteGetLocale(() => 'vi');
		const margins = /<w:pgMar ([^>]*)>/.exec(await partOf(await write(), 'word/document.xml'))?.[1];
		// Twentieths of a point: 20 mm above and below, 30 left, 15 right.
		expect(margins).toMatch(/w:top="113[34]" w:right="850" w:bottom="113[34]" w:left="170[01]"/);
	});
});

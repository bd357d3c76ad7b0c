import ExcelJS from 'exceljs';
import { afterEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { partOf } from '../import/formats/fixtures/office-part.ts';
import { SCENARIO } from './fixtures/scenario.ts';
import { annexDocument } from './plan-annex-document.ts';
import { annexWorkbook } from './plan-annex-workbook.ts';
import { annexOf, type AnnexNote } from './plan-annex.ts';

const NOTE: AnnexNote = {
	calendar: 'calendar',
	detected: false,
	nameOf: (code: string) =>
		({ '03127': 'Phường Điện Biên Phủ', '03203': 'Xã Pu Nhi' })[code] ?? code
};
afterEach(() => overwriteGetLocale(() => 'vi'));

describe('the annex of a plan', () => {
	it('has list, reasons, demands, method and data in words', () => {
		overwriteGetLocale(() => 'vi');
		const annex = annexOf(SCENARIO, NOTE);
		expect(annex.about[0]).toBe('Phương án: Năm 2027. Người lập: Lò Văn An, ngày 25/11/2026.');
		expect(annex.about[1]).toBe('Tham khảo: chưa có quyết định của người có thẩm quyền.');
		expect(annex.about[2]).toBe('LƯU HÀNH NỘI BỘ');
		expect(annex.about[3]).toContain('Số liệu minh họa');
		expect(annex.rows.map(({ reason }) => reason)).toEqual([
			'Gấp 2,7 lần mức toàn tỉnh. Tăng 1 vụ. Tân Thanh đạt từ 06/2020.',
			''
		]);
		expect(annex.rows.map(({ cases, rate, rank, share }) => [cases, rate, rank, share])).toEqual([
			['61 (60)', '12,0', '1 (1–4)', '93 %'],
			['–', '–', '3', '–']
		]);
		expect(annex.refused.map(({ unit, rank, reason }) => [unit.name, rank, reason])).toEqual([
			['Xã Pu Nhi', '4 (2–9)', 'Giảm 2 vụ. Chưa có điểm mô hình.']
		]);
		expect(annex.proposals).toEqual([
			'Xã Pu Nhi (Công an xã Pu Nhi): Trộm cắp trâu bò tăng – không được chọn',
			'Phường Điện Biên Phủ (UBND phường Điện Biên Phủ): Nhiều vụ cố ý gây thương tích – được chọn'
		]);
		expect(annex.cost).toBe(1450.5);
		expect(annex.demands).toEqual([
			'đúng 2 xã',
			'kinh phí không quá 500 triệu đồng',
			'nhiều nhất 1 xã ở Huyện Mường Nhé',
			'nhiều nhất 3 xã ở mỗi huyện (cũ)',
			'nhiều nhất 1 xã trong nhóm “Lòng chảo” (Phường Điện Biên Phủ, Xã Pu Nhi)',
			'bắt buộc Phường Điện Biên Phủ',
			'loại Xã Pu Nhi',
			'không chọn hai xã giáp ranh'
		]);
		expect(annex.method.join(' ')).toContain('Tỷ lệ (ước tính) 35');
		expect(annex.method.join(' ')).toContain('Ngoại lệ: Xã Pu Nhi (Theo Nghị quyết)');
		expect(annex.method.at(-1)).toBe(
			'Số liệu đến 10/2026, phiên bản 12; ranh giới từ 01/07/2025; nguồn: số liệu báo cáo các chỉ tiêu, cập nhật 25/11/2026.'
		);
	});

	it('names who decided', () => {
		const decision = { by: 'Chủ tịch', reason: 'Nghị quyết', date: '2026-12-01' };
		expect(annexOf({ ...SCENARIO, decision }, NOTE).about[1]).toBe(
			'Đã quyết định: Chủ tịch, 01/12/2026. Lý do: Nghị quyết'
		);
	});

	it('keeps numbers as numbers in the workbook', async () => {
		const workbook = new ExcelJS.Workbook();
		await workbook.xlsx.load((await annexWorkbook(annexOf(SCENARIO, NOTE))) as never);
		const sheet = workbook.getWorksheet('Danh sách') ?? expect.fail();
		const rows = sheet.getRows(1, sheet.rowCount)!.map((row) => (row.values as unknown[]).slice(1));
		const row = rows.find(([, code]) => code === '03127')!;
		expect(row.slice(0, 10)).toEqual([
			1,
			'03127',
			'Phường Điện Biên Phủ',
			'Thành phố Điện Biên Phủ',
			'61 (60)',
			'12,0',
			'1 (1–4)',
			67.6,
			'93 %',
			1250.5
		]);
		expect(rows.at(-1)?.[9]).toBe(1450.5);
		expect(sheet.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToWidth: 1 });
		expect(workbook.getWorksheet('Không chọn')?.rowCount).toBe(4);
		expect(workbook.getWorksheet('Thuyết minh')).toBeDefined();
	});

	it('has the official form as a document: A4, margins, type, page numbers from the second page', async () => {
		const file = await annexDocument(annexOf(SCENARIO, NOTE), 'Lò Văn An');
		const body = await partOf(file, 'word/document.xml');
		// Twentieths of a point, whole ones: 210 × 297 mm; 20, 20, 30 and 15 mm.
		const page = /<w:pgSz ([^>]*)>/.exec(body)?.[1];
		const margins = /<w:pgMar ([^>]*)>/.exec(body)?.[1];
		expect(page).toMatch(/w:w="1190[56]" w:h="1683[78]"/);
		expect(margins).toMatch(/w:top="113[34]" w:right="850" w:bottom="113[34]" w:left="170[01]"/);
		expect(body.includes('<w:titlePg')).toBe(true);
		expect(body.includes('w:ascii="Times New Roman"')).toBe(true);
		for (const text of [
			'DANH SÁCH ĐỊA BÀN ĐỀ XUẤT CHUYỂN HÓA',
			'1.250,5',
			'1 (1–4)',
			'Các xã được xét nhưng không chọn',
			'THỦ TRƯỞNG ĐƠN VỊ'
		]) {
			expect(body.includes(text), text).toBe(true);
		}
		const styles = await partOf(file, 'word/styles.xml');
		expect(styles.includes('Times New Roman')).toBe(true);
	});

	it('is in the reader’s language', async () => {
		overwriteGetLocale(() => 'en');
		const body = await partOf(
			await annexDocument(annexOf(SCENARIO, NOTE), 'A'),
			'word/document.xml'
		);
		for (const text of ['COMMUNES PROPOSED FOR TRANSFORMATION', '1,250.5']) {
			expect(body.includes(text), text).toBe(true);
		}
	});
});

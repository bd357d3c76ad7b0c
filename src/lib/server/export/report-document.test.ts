import { Document, Packer, Paragraph } from 'docx';
import { afterEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { REPORT_FIELDS, reportFields } from '#lib/view/report/fields.ts';
import { reportSections } from '#lib/view/report/sections.ts';
import { reportTables } from '#lib/view/report/tables.ts';
import { publicReport } from '#lib/domain/disclosure/public-report.ts';
import { NOTE, PUBLIC, REPORT, THREE } from './fixtures/report.ts';
import { partOf } from '../import/formats/fixtures/office-part.ts';
import { fillTemplate, findTemplateFault } from './report-document.ts';
import { builtInTemplate } from './report-template.ts';

afterEach(() => overwriteGetLocale(() => 'vi'));

const docxOf = (...lines: string[]) =>
	Packer.toBuffer(
		new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] })
	);
/** Text of a document, without its marks. */
const textOf = async (file: Buffer) =>
	(await partOf(file, 'word/document.xml'))
		.replaceAll('</w:p>', ' ')
		.replaceAll(/<[^>]+>/g, '')
		.replaceAll(/\s+/g, ' ');

describe('a report in words', () => {
	it('has every published total in its place', () => {
		overwriteGetLocale(() => 'vi');
		const text = reportSections(reportFields(REPORT, NOTE))
			.flatMap(({ heading, lines }) => [heading, ...lines])
			.join('\n');
		for (const line of [
			'Kiện toàn 44 ban chỉ đạo cấp xã',
			'Cấp huyện: kiện toàn 9 ban chỉ đạo',
			'Huy động 1.550 lượt cán bộ, lực lượng; kiện toàn 786 cán bộ cơ sở.',
			'Tuyên truyền 2.238 buổi với 120.496 lượt người tham gia.',
			'Điều tra, làm rõ 342 vụ án, bắt 434 bị can.',
			'đưa 11 đối tượng vào cơ sở giáo dục bắt buộc, 20 đối tượng vào cơ sở cai nghiện',
			'44 xã được phê duyệt chuyển hóa; 42 xã được công nhận đạt (95,45 %); 0 xã tái phức tạp.',
			// Missing reports are named.
			'Khen thưởng 38 tập thể, (chưa có số liệu) cá nhân.',
			'tổ chức (chưa có số liệu) hội nghị.',
			// Nothing to compare with; what was recorded is said all the same.
			'1.153 vụ phạm pháp hình sự ở 120 trong 129 xã, phường, thị trấn báo cáo đủ kỳ; chưa so sánh được',
			'Thiếu báo cáo tháng, quý của địa bàn (Số vụ phạm pháp hình sự: 3)',
			'LƯU HÀNH NỘI BỘ',
			'Số liệu minh họa'
		]) {
			expect(text.includes(line), line).toBe(true);
		}
	});

	it('has nothing of districts where there were none', () => {
		overwriteGetLocale(() => 'vi');
		const text = reportSections(reportFields({ ...REPORT, districts: false }, NOTE))
			.flatMap(({ lines }) => lines)
			.join('\n');
		expect(text).not.toContain('Cấp huyện');
	});

	it('compares indicators only where as many reported in both periods', () => {
		overwriteGetLocale(() => 'vi');
		const figure = { ...REPORT.figures[0]!, indicator: 'C01', total: 120, base: 150 };
		const rows = (comparable: boolean) =>
			reportTables({ ...REPORT, figures: [{ ...figure, comparable }] }, NOTE).chi_tieu;
		expect(rows(true)[0]).toEqual({
			stt: '1',
			ten_chi_tieu: 'Số vụ phạm pháp hình sự',
			don_vi: 'vụ',
			ky_nay: '120',
			ky_truoc: '150',
			so_voi: 'giảm 30 = 20 %'
		});
		expect(rows(false)[0]!.so_voi).toBe('không so sánh: thiếu báo cáo hoặc địa giới đã đổi');
		// A percentage of a few is noise.
		const few = { ...figure, total: 7, base: 2, comparable: true };
		const [row] = reportTables({ ...REPORT, figures: [few] }, NOTE).chi_tieu;
		expect(row!.so_voi).toBe('tăng 5');
	});

	it('leaves single communes and what is not public out of a public copy', () => {
		overwriteGetLocale(() => 'vi');
		const note = { ...NOTE, forPublic: true };
		const data = publicReport(THREE, PUBLIC);
		const fields = reportFields(data, note);
		expect([fields.A01, fields.M01]).toEqual(['11', 'ẩn']);
		expect(fields.nhan).toBe('Công khai');
		expect(fields.ghi_chu).toContain('đã kiểm tra suy ngược: khoảng cách tối thiểu 5');
		const { xa } = reportTables(data, note);
		expect(xa.map(({ vu }) => vu)).toEqual(['ẩn', 'ẩn', 'ẩn']);
		expect(JSON.stringify(data)).not.toContain('41');
		// A total of two communes would tell each of them the other's.
		expect(reportFields(publicReport(REPORT, PUBLIC), note).A01).toBe('ẩn');
	});

	it('tells nothing of a comparison of which a total is hidden', () => {
		overwriteGetLocale(() => 'vi');
		const crimes = { now: 5478, base: 6327, units: 128, ofUnits: 130 };
		const data = publicReport({ ...THREE, compared: crimes }, PUBLIC);
		expect(reportFields(data, { ...NOTE, forPublic: true }).so_sanh).toBe('ẩn');
	});

	it('compares in the words that every report uses', () => {
		overwriteGetLocale(() => 'vi');
		const crimes = { now: 5478, base: 6327, units: 128, ofUnits: 130 };
		expect(reportFields({ ...REPORT, compared: crimes }, NOTE).so_sanh).toBe(
			'5.478 vụ phạm pháp hình sự ở 128 trong 130 xã, phường, thị trấn báo cáo đủ cả hai kỳ, giảm 849 vụ = 13,42 % so với cùng kỳ'
		);
	});
});

describe('the built-in template', () => {
	it.each(['vi', 'en'] as const)('has no fault in %s, and uses every place', async (locale) => {
		overwriteGetLocale(() => locale);
		const template = await builtInTemplate();
		expect(await findTemplateFault(template)).toBeUndefined();
		const text = await textOf(template);
		for (const field of REPORT_FIELDS) {
			// What `cap_huyen` says, and the table of indicators.
			if (['C01', 'O02_huyen', 'O03_huyen'].includes(field)) continue;
			expect(text.includes(`{${field}}`), field).toBe(true);
		}
	});

	it('filled, has the letterhead, the headings in order, a row for each commune and no tag', async () => {
		overwriteGetLocale(() => 'vi');
		const file = await fillTemplate(
			await builtInTemplate(),
			reportFields(REPORT, NOTE),
			reportTables(REPORT, NOTE)
		);
		const text = await textOf(file);
		expect(text).not.toMatch(/[{}]/);
		const places = [
			'ỦY BAN NHÂN DÂN TỈNH ĐIỆN BIÊN',
			'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
			'Độc lập - Tự do - Hạnh phúc',
			'BÁO CÁO',
			'I. TÌNH HÌNH',
			'II. CÔNG TÁC',
			'III. TUYÊN',
			'IV. PHÒNG',
			'V. KẾT QUẢ',
			'Xã Mường Nhé',
			'Xã Sín Thầu',
			'VI. ĐÁNH GIÁ',
			'VII. PHƯƠNG',
			'VIII. VỀ SỐ LIỆU',
			'Nơi nhận:',
			'TM. BAN CHỈ ĐẠO'
		].map((part) => text.indexOf(part));
		expect(places.every((place) => place >= 0)).toBe(true);
		expect(places).toEqual([...places].sort((a, b) => a - b));
	});
});

describe('a province’s own template', () => {
	it('may have any text around the places', async () => {
		const own = await docxOf('Kính gửi: Tỉnh ủy', 'Đạt {dat}/{duyet}', '{#xa}{ten}; {/xa}');
		expect(await findTemplateFault(own)).toBeUndefined();
		const text = await textOf(
			await fillTemplate(own, reportFields(REPORT, NOTE), reportTables(REPORT, NOTE))
		);
		expect(text).toContain('Kính gửi: Tỉnh ủy');
		expect(text).toContain('Đạt 42/44');
		expect(text).toContain('Xã Mường Nhé; Xã Sín Thầu;');
	});

	it('is refused with unknown places named, and the known ones listed', async () => {
		const fault = await findTemplateFault(await docxOf('{dat} {xa_dat} {tong}'));
		expect(fault).toMatchObject({ fault: 'unknown', fields: ['xa_dat', 'tong'] });
		expect(fault && 'known' in fault && fault.known).toContain('dat');
	});

	it('is refused where a row’s place stands outside of its table, and would print nothing', async () => {
		const fault = await findTemplateFault(await docxOf('A {ten} B {#xa}{ten}{/xa}'));
		expect(fault).toEqual({ fault: 'broken', message: '{#xa} … {ten} … {/xa}' });
	});

	it.each([
		['a pair that is not closed', ['{#xa}{ten}']],
		['a pair that is not opened', ['{ten}{/xa}']],
		['a brace that is not closed', ['{dat', 'nữa']]
	])('is refused with %s', async (_, lines) => {
		expect(await findTemplateFault(await docxOf(...lines))).toMatchObject({ fault: 'broken' });
	});

	it('is refused where it is no docx file', async () => {
		expect(await findTemplateFault(Buffer.from('%PDF-1.7'))).toMatchObject({ fault: 'broken' });
		expect(await findTemplateFault(new Uint8Array())).toMatchObject({ fault: 'broken' });
	});
});

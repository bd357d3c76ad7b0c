import { Document, Packer, Paragraph } from 'docx';
import { expectAccessible } from './support/accessible.ts';
import { expectNoSideways } from './support/layout.ts';
import { expect, test } from './support/test.ts';

const docxOf = (line: string) =>
	Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(line)] }] }));

test('phase 1 is written with the published totals, and goes as docx', async ({ page }) => {
	await page.goto('/report');
	await expect(page.getByLabel('Kỳ báo cáo')).toHaveValue('2017-07 2020-06');
	const report = page.getByRole('article');
	for (const line of [
		'44 xã được phê duyệt chuyển hóa; 42 xã được công nhận đạt (95,45 %)',
		'Kiện toàn 44 ban chỉ đạo cấp xã; tổ chức 44 hội nghị cấp xã',
		'Cấp huyện: kiện toàn 9 ban chỉ đạo; tổ chức 4 hội nghị',
		'Huy động 1.550 lượt cán bộ, lực lượng; kiện toàn 786 cán bộ cơ sở',
		'Tuyên truyền 2.238 buổi với 120.496 lượt người tham gia',
		'Xây dựng mới 4 loại mô hình',
		'Điều tra, làm rõ 342 vụ án, bắt 434 bị can',
		'đưa 11 đối tượng vào cơ sở giáo dục bắt buộc, 20 đối tượng vào cơ sở cai nghiện bắt buộc',
		'Khen thưởng 38 tập thể, 72 cá nhân',
		'Số liệu minh họa'
	]) {
		await expect(report).toContainText(line);
	}
	const communes = report.getByRole('region', { name: 'Địa bàn chuyển hóa', exact: true });
	await expect(communes.locator('tbody tr')).toHaveCount(44);
	const downloading = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Tải báo cáo (docx)' }).click();
	expect((await downloading).suggestedFilename()).toBe('bao-cao-2017-07-2020-06.docx');
	const annex = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Tải phụ lục (Excel)' }).click();
	expect((await annex).suggestedFilename()).toBe('phu-luc-bao-cao-2017-07-2020-06.xlsx');
	await expectAccessible(page);
});

test('another period compares with the same months before, or says why not', async ({ page }) => {
	await page.goto('/report');
	await page.getByLabel('Kỳ báo cáo').selectOption({ label: 'Năm 2019' });
	await expect(page.getByRole('article')).toContainText(
		/318 vụ phạm pháp hình sự ở 128 trong 130 xã, phường, thị trấn báo cáo đủ cả hai kỳ, giảm 73 vụ = 18,67 % so với cùng kỳ/
	);
	await page.getByLabel('Đến tháng').fill('2018-06');
	await expect(page.getByText('Tháng đầu phải trước tháng cuối.')).toBeVisible();
	await page.getByLabel('Từ tháng').fill('2017-01');
	await page.getByRole('button', { name: 'Lập báo cáo' }).click();
	await expect(page).toHaveURL(/from=2017-01&to=2018-06/);
	await expect(page.getByRole('article')).toContainText('chưa so sánh được với cùng kỳ');
});

test('a report past the reform counts on in the merged communes', async ({ page }) => {
	await page.goto('/report?from=2026-01&to=2026-10');
	const report = page.getByRole('article');
	await expect(report).toContainText('29 xã, phường trong bảng thay cho các xã cũ');
	await expect(report).not.toContainText('Cấp huyện');
	await expect(report).not.toContainText('Tuyên truyền (chưa có số liệu)');
	const communes = report.getByRole('region', { name: 'Địa bàn chuyển hóa', exact: true });
	await expect(communes).toContainText('xã cũ đạt)');
	await expect(communes).not.toContainText('Đóng do sắp xếp');
});

test('a public copy of the report has no counts of single communes', async ({
	page,
	complaints
}) => {
	await page.goto('/report?from=2019-01&to=2019-12');
	await page.getByLabel('Bản công khai').check();
	await expect(page).toHaveURL(/public=1/);
	const communes = page.getByRole('region', { name: 'Địa bàn chuyển hóa', exact: true });
	await expect(communes.locator('tbody tr')).toHaveCount(44);
	await expect(communes.locator('tbody tr').first().locator('td').nth(5)).toHaveText('ẩn');
	await expectAccessible(page);
	// Two reports that differ by a month would tell that month.
	await page.getByLabel('Đến tháng').fill('2019-11');
	await page.getByRole('button', { name: 'Lập báo cáo' }).click();
	await expect(page.getByRole('alert')).toContainText('chỉ lập cho trọn một năm đã qua');
	await page.getByLabel('Bản công khai').uncheck();
	await expect(communes.locator('tbody tr')).toHaveCount(44);
	complaints.length = 0;
});

test('months that nobody can read are said to be so', async ({ page, complaints }) => {
	await page.goto('/report?from=01/2019&to=2019-12');
	await expect(page.getByRole('alert')).toHaveText('Tháng đầu phải trước tháng cuối.');
	expect((await page.request.get('/api/report?from=2027-01&to=2027-12')).status()).toBe(400);
	expect((await page.request.get('/api/report?from=0000-01&to=2019-12')).status()).toBe(400);
	// The browser reports the 400.
	complaints.length = 0;
});

test('an own template is taken, refused with words, and given back', async ({ page }) => {
	await page.goto('/report');
	await page.getByText('Mẫu báo cáo của tỉnh').click();
	const load = page.locator('input[type=file]');
	const name = 'mẫu tỉnh.docx';
	const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
	await load.setInputFiles({ name, mimeType, buffer: await docxOf('Đạt {dat}, tổng {tong}') });
	await expect(page.getByRole('alert')).toContainText(
		'Mẫu mẫu tỉnh.docx có trường không biết: tong'
	);
	await expect(page.getByRole('alert')).toContainText('ty_le_dat');
	await load.setInputFiles({ name, mimeType, buffer: Buffer.from('không phải docx') });
	await expect(page.getByRole('alert')).toContainText('không đọc được');
	await expect(page.getByText('Đang dùng mẫu có sẵn.')).toBeVisible();
	await load.setInputFiles({ name, mimeType, buffer: await docxOf('Đạt {dat}/{duyet}') });
	await expect(page.getByText('Đã nhận mẫu mẫu tỉnh.docx.')).toBeVisible();
	await expect(page.getByText(/^Đang dùng mẫu mẫu tỉnh\.docx/)).toBeVisible();
	await page.getByRole('button', { name: 'Về mẫu có sẵn' }).click();
	await expect(page.getByText('Đang dùng mẫu có sẵn.')).toBeVisible();
});

test('the report is in English, too, and fits a phone', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/en/report?from=2017-07&to=2020-06');
	await expect(page.getByRole('article')).toContainText(
		'42 were recognised as transformed (95.45 %)'
	);
	await expectNoSideways(page);
});

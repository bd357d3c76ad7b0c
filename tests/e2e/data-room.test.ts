import ExcelJS from 'exceljs';
import { squareFile } from '../fixtures/boundary-file.ts';
import {
	asFile,
	check,
	listProblems,
	monthsTemplate,
	sendIn,
	undoLatest,
	verdict
} from './support/data-room.ts';
import { expect, test } from './support/test.ts';

/** First row of the template with a commune. */
const FIRST = 7;

test('a workbook with errors is told of cell by cell, comes back marked, and loads when it is right', async ({
	page
}) => {
	const workbook = await monthsTemplate(page);
	const sheet = workbook.worksheets[0]!;
	sheet.getCell(`D${FIRST}`).value = '1.2a';
	sheet.getCell(`E${FIRST}`).value = 0;
	sheet.getCell(`F${FIRST}`).value = '-';
	sheet.getCell(`A${FIRST + 1}`).value = '09999';
	sheet.getCell(`D${FIRST + 1}`).value = 1;
	await sendIn(page, await asFile(workbook, 'báo cáo.xlsx'));
	await expect(page.getByRole('combobox', { name: /^Nội dung/ })).toHaveValue('indicators');
	await check(page);
	await expect(verdict(page)).toContainText('Có 2 lỗi');
	const problems = await listProblems(page);
	expect(problems.map(({ code }) => code)).toEqual(['number-unreadable', 'unit-unknown']);
	expect(problems[0]!.text).toContain(`D${FIRST}`);
	expect(problems[0]!.text).toContain('1.2a');
	expect(problems[1]!.text).toContain(`A${FIRST + 1}`);
	await expect(page.getByRole('button', { name: 'Nạp', exact: true })).toBeDisabled();

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Tải tệp đã đánh dấu lỗi' }).click()
	]);
	const marked = new ExcelJS.Workbook();
	await marked.xlsx.readFile(await download.path());
	const cell = marked.worksheets[0]!.getCell(`D${FIRST}`);
	expect(JSON.stringify(cell.note)).toContain('1.2a');
	expect(cell.fill).toMatchObject({ pattern: 'solid' });
	expect(marked.worksheets[0]!.getCell(`E${FIRST}`).note).toBeUndefined();
	expect(marked.worksheets.map(({ name }) => name)).toContain('Lỗi cần sửa');

	sheet.getCell(`D${FIRST}`).value = 0;
	sheet.getCell(`A${FIRST + 1}`).value = null;
	sheet.getCell(`D${FIRST + 1}`).value = 0;
	await sendIn(page, await asFile(workbook, 'báo cáo.xlsx'));
	await check(page);
	await expect(verdict(page)).toContainText('Không có lỗi');
	await page.getByRole('button', { name: 'Nạp', exact: true }).click();
	await expect(page.getByText(/Đã nạp 3 dòng/)).toBeVisible();
	await page.getByRole('link', { name: 'Nguồn', exact: true }).click();
	const row = page.getByRole('row', { name: /báo cáo\.xlsx/ });
	await expect(row).toContainText('Số liệu minh họa');
	await row.getByRole('button', { name: /Hoàn tác/ }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'Hoàn tác' }).click();
	await expect(page.getByText(/Đã hoàn tác nguồn/)).toBeVisible();
	await expect(row).toHaveCount(0);
});

test('columns that were taken for something else are set right, and remembered', async ({
	page
}) => {
	const csv = 'ky hieu,dia phuong,con so\n03127,Điện Biên Phủ,4\n';
	const file = { name: 'la.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
	await sendIn(page, file);
	await page.getByRole('combobox', { name: /^Nội dung/ }).selectOption('indicators');
	await page.getByLabel('ky hieu', { exact: true }).selectOption('unit_code');
	await page.getByLabel('con so', { exact: true }).selectOption('figure');
	await page.getByRole('combobox', { name: /^Chỉ tiêu \(nếu tệp/ }).selectOption('C02');
	await page.getByLabel(/Kỳ \(nếu tệp/).fill('10/2026');
	await check(page);
	await expect(verdict(page)).toContainText('1 dòng sẽ được nạp');
	await page.getByRole('button', { name: 'Nạp', exact: true }).click();
	await expect(page.getByText(/Đã nạp 1 dòng/)).toBeVisible();
	await undoLatest(page);
	await sendIn(page, file);
	await expect(page.getByLabel('ky hieu', { exact: true })).toHaveValue('unit_code');
	await expect(page.getByText('đã nhớ').first()).toBeVisible();
});

test('metres without a reference system are asked about, with where the data would lie', async ({
	page
}) => {
	await sendIn(page, squareFile('metres.geojson', 501_556, 2_365_683, 1000));
	await page.getByLabel('Có hiệu lực từ ngày').fill('2016-01-01');
	await page.getByLabel(/Đến ngày/).fill('2016-12-31');
	await check(page);
	expect((await listProblems(page)).map(({ code }) => code)).toEqual(['looks-projected']);
	const first = page.getByRole('radio', { name: /VN-2000/ }).first();
	await expect(first).toHaveValue('EPSG:9205');
	await first.check();
	await check(page);
	await expect(verdict(page)).toContainText('Không có lỗi');
	await expect(page.getByRole('img', { name: /Bản đồ xem trước/ })).toBeVisible();
});

test('a file that is nothing we know says so, and can be left', async ({ page }) => {
	await sendIn(page, { name: 'a.bin', mimeType: 'x/y', buffer: Buffer.from([1, 0, 2, 0, 3]) });
	await expect(page.getByRole('alert')).toContainText('Tệp không phải bảng tính');
	await page.getByRole('button', { name: 'Bỏ tệp này' }).click();
	await expect(page.getByRole('button', { name: 'Chọn tệp…' })).toBeVisible();
});

test('a load can be stopped, and nothing of it stays', async ({ page }) => {
	const version = async () => {
		const answer = await page.request.get('/healthz');
		return ((await answer.json()) as { dataVersion: number }).dataVersion;
	};
	const before = await version();
	const lines = ['unit_code,indicator,year,m1'];
	for (let at = 0; at < 60_000; at++) lines.push(`03127,C02,${1990 + (at % 27)},${at % 7}`);
	const csv = lines.join('\n');
	await sendIn(page, { name: 'lớn.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
	await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
	await page.getByRole('button', { name: 'Dừng' }).click();
	await expect(page.getByText('Đã dừng; không có gì được nạp.')).toBeVisible();
	await expect.poll(version).toBe(before);
});

test('an open map learns of new data and offers it', async ({ page, context }) => {
	await page.goto('/?t=2026-10&step=month');
	const other = await context.newPage();
	const csv = 'unit_code,indicator,year,m10\n03127,C02,2026,1\n';
	await sendIn(other, { name: 'mới.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
	await check(other);
	await other.getByRole('button', { name: 'Nạp', exact: true }).click();
	await expect(other.getByText(/Đã nạp 1 dòng/)).toBeVisible();
	await page.bringToFront();
	await expect(page.getByText('Có số liệu mới.')).toBeVisible();
	await page.getByRole('button', { name: 'Cập nhật' }).click();
	await expect(page.getByText('Có số liệu mới.')).toHaveCount(0);
	await undoLatest(other);
});

test('readiness shows who reported, and a month can be closed and opened', async ({ page }) => {
	await page.goto('/data/readiness');
	await expect(page.getByRole('row')).toHaveCount(46);
	const close = page.getByRole('button', { name: 'Khóa tháng 10/2026' });
	await close.click();
	await expect(page.getByRole('button', { name: 'Mở lại tháng 10/2026' })).toHaveText('đã khóa');
	await page.getByRole('button', { name: 'Mở lại tháng 10/2026' }).click();
	await expect(close).toBeVisible();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: /Tải danh sách còn nợ/ }).click()
	]);
	expect(download.suggestedFilename()).toBe('con-no-C01.xlsx');
});

test('a month of the other calendar is closed apart', async ({ page }) => {
	await page.goto('/data/readiness');
	await page.getByLabel('Kỳ báo cáo').selectOption('reporting');
	// The demonstration reports by calendar months.
	await expect(page.getByText('Trễ hạn: ')).toBeVisible();
	await expect(page.getByRole('cell', { name: 'Đã báo cáo' })).toHaveCount(0);
	const close = page.getByRole('button', { name: 'Khóa tháng 10/2026' });
	await close.click();
	await expect(page.getByRole('button', { name: 'Mở lại tháng 10/2026' })).toBeVisible();
	await page.getByLabel('Kỳ báo cáo').selectOption('calendar');
	await expect(close).toBeVisible();
	await page.getByLabel('Kỳ báo cáo').selectOption('reporting');
	await page.getByRole('button', { name: 'Mở lại tháng 10/2026' }).click();
	await expect(close).toBeVisible();
});

test('a load keeps its report', async ({ page }) => {
	await page.goto('/data/sources');
	await page.getByRole('link', { name: /boundaries-2025/ }).click();
	await expect(page.getByRole('heading', { name: /^Nguồn \d+: / })).toBeVisible();
	await expect(page.getByText(/45 dòng đã đọc, 45 dòng đã ghi/)).toBeVisible();
	await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
	await page.goto('/data/sources/999999');
	await expect(page.getByRole('alert')).toHaveText(/Không có nguồn này/);
	await page.getByRole('link', { name: /Các lần nạp/ }).click();
	await expect(page.getByRole('table')).toBeVisible();
});

test('law and geometry are held against each other', async ({ page }) => {
	await page.goto('/data/succession');
	await expect(page.getByText(/Bảng đã nạp: 129 dòng; theo chồng ghép: 129 dòng/)).toBeVisible();
	await expect(page.getByText(/Nghị quyết và hình khớp nhau/)).toBeVisible();
});

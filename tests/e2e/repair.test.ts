import { readFileSync } from 'node:fs';
import { disputedLand } from '../fixtures/disputed-land.ts';
import { check, listProblems, sendIn, undoLatest, verdict } from './support/data-room.ts';
import { expect, test } from './support/test.ts';

const FILE = {
	name: 'ranh-gioi.geojson',
	mimeType: 'application/geo+json',
	buffer: Buffer.from(disputedLand())
};

test('small faults are repaired and a large one is accepted in one load, with gains and losses', async ({
	page
}) => {
	await sendIn(page, FILE);
	await page.getByLabel('Có hiệu lực từ ngày').fill('2016-01-01');
	await page.getByLabel(/Đến ngày/).fill('2016-12-31');
	await check(page);
	await expect(verdict(page)).toContainText('4 lỗi');
	const problems = await listProblems(page);
	expect(problems.slice(0, 4).map(({ code }) => code)).toEqual([
		'geometry-invalid',
		'geometry-invalid',
		'geometry-invalid',
		'overlap'
	]);
	expect(problems[0]?.text).toContain('lỗ nằm ngoài hình (Hole lies outside shell)');
	expect(problems[3]?.text).toContain('10002 10002 – 10003 10003 – 10006 10006');
	// The preview lists places in the same order.
	const places = page.locator('.preview li');
	await expect(places.nth(3)).toContainText('1.150.412 m²');

	await page.getByRole('checkbox', { name: /^Tự sửa/ }).check();
	await expect(page.getByLabel(/Sửa mỗi chỗ không quá/)).toHaveAttribute('placeholder', '100');
	await check(page);
	await expect(verdict(page)).toContainText('1 lỗi');
	await page.getByRole('checkbox', { name: /^Chấp nhận/ }).check();
	await check(page);
	await expect(verdict(page)).toContainText('Không có lỗi, 2 cảnh báo: 12 dòng');

	const repair = page.getByRole('region', { name: 'Kết quả tự sửa' });
	await expect(repair).toContainText('không quá 100 m²: 3 chỗ, tổng 138 m²');
	const changes = repair.locator('table.changes tbody tr');
	await expect(changes).toHaveCount(3);
	await expect(changes.nth(1)).toContainText(/Chồng lấn\s*46\s*10008 10008\s*10007 10007/);
	await expect(changes.nth(2)).toContainText('103,10005; 21,05002');
	const units = repair.locator('table.units tbody tr');
	await expect(units.nth(0)).toContainText(/10005 10005\s*0\s*1\.150\.034/);
	await expect(units.nth(1)).toContainText(/10004 10004\s*58\s*0/);
	await expect(repair.getByRole('listitem')).toHaveCount(3);
	await changes.nth(2).getByRole('button').click();
	await expect(page.getByRole('button', { name: 'Xem cả bản đồ' })).toBeVisible();

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Tải biên bản' }).click()
	]);
	expect(download.suggestedFilename()).toContain('(biên bản).txt');
	const text = readFileSync(await download.path(), 'utf8');
	expect(text).toContain(
		'Chồng lấn 35 m² tại 103,10005; 21,05002: 10002 10002 được, 10001 10001 mất'
	);
	expect(text).toContain('Khe hở 58 m²');
	expect(text).not.toMatch(/--\w/);

	await page.getByRole('button', { name: 'Nạp', exact: true }).click();
	await expect(page.getByText(/Đã nạp 12 dòng/)).toBeVisible();
	await page.goto('/data/sources');
	await page
		.getByRole('link', { name: /ranh-gioi/ })
		.last()
		.click();
	await expect(page.locator('table.changes tbody tr')).toHaveCount(3);
	await undoLatest(page);
});

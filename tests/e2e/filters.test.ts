import { expectColor, pointOf } from './support/picture.ts';
import {
	expectQuery,
	legendCounts,
	legendEntry,
	legendTotal,
	openMap,
	tableRows
} from './support/province.ts';
import { expect, test } from './support/test.ts';

const MET = 'Đạt – duy trì';

test('classes chosen in the legend stay lit, and the table shows only them', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	const counts = await legendCounts(page);
	const met = legendEntry(page, MET);
	const active = legendEntry(page, 'Đang chuyển hóa');
	await expect(met).toHaveAttribute('aria-pressed', 'false');
	await met.click();
	await expect(met).toHaveAttribute('aria-pressed', 'true');
	await active.press('Enter');
	await expect(active).toHaveAttribute('aria-pressed', 'true');
	// The counts are of the province, whatever is lit.
	expect(await legendCounts(page)).toEqual(counts);
	await page.getByRole('link', { name: 'Bảng', exact: true }).click();
	await expect(tableRows(page)).toHaveCount(counts.get(MET)! + counts.get('Đang chuyển hóa')!);
	await expect(tableRows(page).filter({ hasText: MET })).toHaveCount(counts.get(MET)!);
	await page.getByRole('button', { name: 'Bỏ lọc' }).click();
	await expect(tableRows(page)).toHaveCount(129);
	await expectQuery(page, 'class', undefined);
});

test('communes outside the filter fade on the map', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	// Mường Nhé was never on a list.
	const point = await pointOf(page, '2020-01-01', '03160');
	const land = 'rgb(243, 241, 236)';
	await expectColor(page, point, land);
	await legendEntry(page, MET).click();
	await page.mouse.move(0, 0);
	await expect(legendEntry(page, 'Không thuộc diện')).toHaveClass(/\boff\b/);
	await expectColor(page, point, 'rgb(250, 249, 245)');
	await legendEntry(page, MET).click();
	await page.mouse.move(0, 0);
	await expectColor(page, point, land);
});

test('a class under the pointer is lit while it is there', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	const point = await pointOf(page, '2020-01-01', '03160');
	const land = 'rgb(243, 241, 236)';
	await legendEntry(page, MET).hover();
	await expectColor(page, point, 'rgb(250, 249, 245)');
	await legendEntry(page, 'Không thuộc diện').hover();
	await expectColor(page, point, land);
	await expectQuery(page, 'class', undefined);
});

test('a district narrows the legend and the table', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	const total = await legendTotal(page);
	const district = page.getByLabel('Huyện, thị xã, thành phố');
	await district.selectOption('Huyện Mường Nhé');
	await expect.poll(() => legendTotal(page)).toBeLessThan(total);
	const inDistrict = await legendTotal(page);
	expect(inDistrict).toBeGreaterThan(5);
	await page.getByRole('link', { name: 'Bảng', exact: true }).click();
	await expect(tableRows(page)).toHaveCount(inDistrict);
	await expect(tableRows(page).filter({ hasText: 'Huyện Mường Nhé' })).toHaveCount(inDistrict);
	await district.selectOption('Tất cả');
	await expect(tableRows(page)).toHaveCount(129);
	await expectQuery(page, 'district', undefined);
});

test('after the districts were abolished, communes are found by their former ones', async ({
	page
}) => {
	await openMap(page, '/?t=2026-06');
	await page.getByLabel('Huyện cũ (trước 01/07/2025)').selectOption('Huyện Mường Nhé');
	await expect.poll(() => legendTotal(page)).toBeLessThan(45);
	expect(await legendTotal(page)).toBeGreaterThan(2);
	await page.getByRole('button', { name: 'Bỏ lọc' }).click();
	await expect.poll(() => legendTotal(page)).toBe(45);
});

test('another theme drops the classes of the former one', async ({ page }) => {
	await openMap(page, '/?t=2023-12&class=6');
	await expect(legendEntry(page, MET)).toHaveAttribute('aria-pressed', 'true');
	await page.getByRole('radio', { name: 'Mô hình' }).check();
	await expectQuery(page, 'class', undefined);
	await expect(page.getByRole('button', { name: 'Bỏ lọc' })).toHaveCount(0);
});

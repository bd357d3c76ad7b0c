import { expectColor, pointOf } from './support/picture.ts';
import {
	expectQuery,
	legendCounts,
	legendEntry,
	legendTotal,
	openFilters,
	openMap,
	tableRows
} from './support/province.ts';
import { expect, test } from './support/test.ts';

const MET = 'Đạt – duy trì';

test('classes chosen in the legend stay lit, and the table shows only them', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	const counts = await legendCounts(page);
	const met = legendEntry(page, MET);
	const active = legendEntry(page, 'Chưa đạt, đang chuyển hóa');
	await expect(met).toHaveAttribute('aria-pressed', 'false');
	await met.click();
	await expect(met).toHaveAttribute('aria-pressed', 'true');
	await active.press('Enter');
	await expect(active).toHaveAttribute('aria-pressed', 'true');
	// The counts are of the province, whatever is lit.
	expect(await legendCounts(page)).toEqual(counts);
	await page.getByRole('link', { name: 'Bảng', exact: true }).click();
	await expect(tableRows(page)).toHaveCount(
		counts.get(MET)! + counts.get('Chưa đạt, đang chuyển hóa')!
	);
	await expect(tableRows(page).filter({ hasText: MET })).toHaveCount(counts.get(MET)!);
	await page.getByRole('button', { name: /^Bỏ “Đang chuyển hóa/ }).click();
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
	await expect(legendEntry(page, 'Không thuộc diện')).toHaveClass(/\bfaded\b/);
	await expectColor(page, point, 'rgb(247, 246, 242)');
	await legendEntry(page, MET).click();
	await page.mouse.move(0, 0);
	await expectColor(page, point, land);
});

test('a class under the pointer is lit while it is there', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	const point = await pointOf(page, '2020-01-01', '03160');
	const land = 'rgb(243, 241, 236)';
	await legendEntry(page, MET).hover();
	await expectColor(page, point, 'rgb(247, 246, 242)');
	await legendEntry(page, 'Không thuộc diện').hover();
	await expectColor(page, point, land);
	await expectQuery(page, 'class', undefined);
});

test('a district narrows the legend and the table', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	const total = await legendTotal(page);
	await openFilters(page);
	const district = page.getByLabel('Huyện, thị xã, thành phố');
	await district.selectOption('Huyện Mường Nhé');
	await expect.poll(() => legendTotal(page)).toBeLessThan(total);
	await page.keyboard.press('Escape');
	const inDistrict = await legendTotal(page);
	expect(inDistrict).toBeGreaterThan(5);
	await page.getByRole('link', { name: 'Bảng', exact: true }).click();
	await expect(tableRows(page)).toHaveCount(inDistrict);
	await page.getByRole('button', { name: 'Bỏ “Huyện Mường Nhé”' }).click();
	await expect(tableRows(page)).toHaveCount(129);
	await expectQuery(page, 'district', undefined);
});

test('after the districts were abolished, communes are found by their former ones', async ({
	page
}) => {
	await openMap(page, '/?t=2026-06');
	await openFilters(page);
	await page.getByLabel('Huyện cũ (trước 01/07/2025)').selectOption('Huyện Mường Nhé');
	await page.keyboard.press('Escape');
	await expect.poll(() => legendTotal(page)).toBeLessThan(45);
	expect(await legendTotal(page)).toBeGreaterThan(2);
	await page.getByRole('button', { name: 'Bỏ “Huyện Mường Nhé”' }).click();
	await expect.poll(() => legendTotal(page)).toBe(129);
});

test('another theme drops the classes of the former one', async ({ page }) => {
	await openMap(page, '/?t=2023-12&class=6');
	await expect(legendEntry(page, MET)).toHaveAttribute('aria-pressed', 'true');
	await page.getByRole('radio', { name: 'Mô hình' }).check();
	await expectQuery(page, 'class', undefined);
	await expect(page.locator('.chips')).not.toContainText('Chỉ xem');
});

test('Ctrl Z brings a filter back that Escape cleared', async ({ page }) => {
	await openMap(page, '/?t=2023-12&class=6');
	await page.keyboard.press('Escape');
	await expectQuery(page, 'class', undefined);
	await page.keyboard.press('Control+z');
	await expectQuery(page, 'class', '6');
	await expect(legendEntry(page, MET)).toHaveAttribute('aria-pressed', 'true');
});

test('status is painted on former communes, or on the new ones whole', async ({ page }) => {
	await openMap(page);
	// Chà Nưa went into Mường Chà with Pa Tần, which was transformed.
	const point = await pointOf(page, '2020-01-01', '03165');
	await expectColor(page, point, 'rgb(18, 91, 68)');
	await openFilters(page);
	await page.getByRole('radio', { name: 'xã mới' }).check();
	await page.keyboard.press('Escape');
	await expectQuery(page, 'shapes', 'new');
	await expect(page.locator('.note-thin')).toHaveCount(0);
});

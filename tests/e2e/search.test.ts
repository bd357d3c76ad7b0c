import {
	expectMonth,
	expectQuery,
	openSearch,
	openTable,
	panel,
	searchResults
} from './support/province.ts';
import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/test.ts';

test('search ignores accents and case, and takes d for đ', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	const box = await openSearch(page);
	for (const [text, found] of [
		['muong nhe', 'Mường Nhé'],
		['MƯỜNG NHÉ', 'Mường Nhé'],
		['dien bien', 'Điện Biên'],
		['leng su', 'Leng Su Sìn'],
		['03158', 'Leng Su Sìn']
	] as const) {
		await box.fill(text);
		await expect(searchResults(page).filter({ hasText: found })).not.toHaveCount(0);
	}
	await expectAccessible(page);
});

test('a former name leads to the commune of today, with its line of origin', async ({ page }) => {
	await openTable(page);
	await (await openSearch(page)).fill('noong');
	await expect(searchResults(page).first()).toContainText(
		/Noong Bua \(đến 30\/06\/2025\)\s+→ nay thuộc\s+Phường Mường Thanh/
	);
	await expect(searchResults(page).first()).toContainText('tái phức tạp từ 24/04/2024');
	await page.keyboard.press('Enter');
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Phường Mường Thanh');
	await expect(panel(page)).toContainText(
		'Bạn chọn Phường Noong Bua (đến 30/06/2025), nay thuộc Phường Mường Thanh.'
	);
	await panel(page).getByRole('button', { name: 'Về Noong Bua, 06/2025' }).click();
	await expectMonth(page, '2025-06');
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Phường Noong Bua');
});

test('a commune is found and opened with the keyboard alone', async ({ page }) => {
	await openTable(page);
	const box = await openSearch(page);
	await page.keyboard.type('muong');
	const options = searchResults(page);
	await expect(options.first()).toHaveAttribute('aria-selected', 'true');
	for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowUp');
	await expect(options.nth(2)).toHaveAttribute('aria-selected', 'true');
	await expect(box).toHaveAttribute(
		'aria-activedescendant',
		(await options.nth(2).getAttribute('id')) ?? ''
	);
	await page.keyboard.press('Enter');
	await expect(panel(page)).toBeVisible();
	await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('months, pages and acts are found, too', async ({ page }) => {
	await openTable(page);
	await (await openSearch(page)).fill('6/2023');
	await expect(searchResults(page).first()).toContainText('06/2023');
	await page.keyboard.press('Enter');
	await expectMonth(page, '2023-06');
	await (await openSearch(page)).fill('sắp xếp');
	await searchResults(page).filter({ hasText: 'Sắp xếp xã' }).click();
	await expect(page).toHaveURL(/\/data\/succession$/);
	// The bar is the same on every page.
	await (await openSearch(page)).fill('nền sáng');
	await expect(searchResults(page).first()).toContainText('Đổi nền sáng, tối');
	await page.keyboard.press('Enter');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('Escape closes the search and leaves the selection alone', async ({ page }) => {
	await openTable(page, '?t=2023-12&unit=03160');
	await expect(panel(page)).toBeVisible();
	await (await openSearch(page)).fill('na');
	await expect(searchResults(page)).not.toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(panel(page)).toBeVisible();
	await expectQuery(page, 'unit', '03160');
});

test('search that finds nothing says so, and offers the table', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	await (await openSearch(page)).fill('ha noi xyz');
	await expect(page.getByRole('dialog')).toContainText('Không thấy tên này, kể cả tên cũ.');
	await expect(page.getByRole('dialog').getByRole('link', { name: 'Mở bảng xã' })).toBeVisible();
});

test('Enter before the places have come waits for them', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	let release = (): void => undefined;
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/api/places*', async (route) => {
		await released;
		await route.continue();
	});
	await (await openSearch(page)).fill('03160');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toContainText('Đang tải danh sách xã');
	release();
	await expectQuery(page, 'unit', '03160');
	await expect(panel(page)).toBeVisible();
	await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('what is typed while the search is on its way means nothing to the page below', async ({
	page
}) => {
	await openTable(page);
	await expect(page.locator('html')).toHaveAttribute('data-app', 'started');
	await page.route('**/SearchDialog*', async (route) => {
		await page.keyboard.press('d');
		await route.continue();
	});
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
	await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark');
});

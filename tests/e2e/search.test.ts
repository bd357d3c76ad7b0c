import { expectQuery, openTable, panel, searchBox, searchResults } from './support/province.ts';
import { expect, test } from './support/test.ts';

test('search ignores accents and case, and takes d for đ', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	for (const [text, found] of [
		['muong nhe', 'Xã Mường Nhé'],
		['MƯỜNG NHÉ', 'Xã Mường Nhé'],
		['dien bien', 'Thị trấn Điện Biên Đông'],
		['leng su', 'Xã Leng Su Sìn'],
		['03158', 'Xã Leng Su Sìn']
	] as const) {
		await searchBox(page).fill(text);
		await expect(searchResults(page).filter({ hasText: found })).not.toHaveCount(0);
	}
});

test('a commune is found and opened with the keyboard alone', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	await searchBox(page).focus();
	await page.keyboard.type('muong');
	const options = searchResults(page);
	await expect(options).toHaveCount(8);
	await expect(options.nth(0)).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('ArrowUp');
	await expect(options.nth(0)).toHaveAttribute('aria-selected', 'true');
	for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowUp');
	await expect(options.nth(2)).toHaveAttribute('aria-selected', 'true');
	await expect(options.locator('[aria-selected=true]')).toHaveCount(0);
	await expect(searchBox(page)).toHaveAttribute(
		'aria-activedescendant',
		(await options.nth(2).getAttribute('id')) ?? ''
	);
	const code = /\b0\d{4}\b/.exec((await options.nth(2).textContent()) ?? '')?.[0];
	await page.keyboard.press('Enter');
	await expect(panel(page)).toContainText(code ?? 'no code');
	await expectQuery(page, 'unit', code);
	await expect(options).toHaveCount(0);
	await expect(searchBox(page)).toHaveValue('');
});

test('a result is opened with the pointer', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	await searchBox(page).fill('leng su sin');
	await expect(searchResults(page)).toHaveCount(1);
	await searchResults(page).click();
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Xã Leng Su Sìn');
});

test('Escape closes the results and leaves the selection alone', async ({ page }) => {
	await openTable(page, '?t=2023-12&unit=03160');
	await expect(panel(page)).toBeVisible();
	await searchBox(page).fill('na');
	await expect(searchResults(page)).not.toHaveCount(0);
	await searchBox(page).press('Escape');
	await expect(searchResults(page)).toHaveCount(0);
	await expect(searchBox(page)).toHaveValue('');
	await expect(panel(page)).toBeVisible();
});

test('search that finds nothing says so, and Enter does nothing', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	await searchBox(page).fill('ha noi xyz');
	await expect(searchResults(page)).toHaveText('Không tìm thấy xã, phường nào');
	await searchBox(page).press('ArrowDown');
	await searchBox(page).press('Enter');
	await expect(panel(page)).toHaveCount(0);
	await expect(searchBox(page)).toHaveAttribute('aria-expanded', 'true');
});

test('search knows the communes of the date only', async ({ page }) => {
	await openTable(page, '?t=2026-06');
	await searchBox(page).fill('leng su sin');
	await expect(searchResults(page)).toHaveText('Không tìm thấy xã, phường nào');
});

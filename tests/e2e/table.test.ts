import type { Page } from '@playwright/test';
import {
	chooseTheme,
	expectQuery,
	legend,
	legendCounts,
	legendTotal,
	openMap,
	openTable,
	panel,
	tableRows,
	UNITS
} from './support/province.ts';
import { expect, test } from './support/test.ts';

const textFilter = (page: Page) => page.getByRole('searchbox', { name: /^Lọc theo tên/ });
const header = (page: Page, name: string) => page.getByRole('columnheader', { name });
/** What stands in a column, from the top; columns are counted from 1. */
const columnOf = (page: Page, column: number) =>
	tableRows(page)
		.locator(`:nth-child(${column}):is(td, th)`)
		.allTextContents()
		.then((texts) => texts.map((text) => text.trim()));

function tally(texts: string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
	return counts;
}

test('the table counts as the legend does', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	const status = await legendCounts(page);
	await chooseTheme(page, 'Xu hướng');
	await expect(legend(page)).toContainText('Giảm rõ');
	await expect.poll(() => legendTotal(page)).toBe(UNITS.second);
	const trend = await legendCounts(page);
	await page.getByRole('link', { name: 'Bảng', exact: true }).click();
	await expect(tableRows(page)).toHaveCount(129);
	await expect(page.getByText('129 xã, phường', { exact: true })).toBeVisible();
	for (const [column, counts] of [
		[4, status],
		[5, trend]
	] as const) {
		const used = [...counts].filter(([, count]) => count > 0);
		const found = tally(await columnOf(page, column));
		expect([...found].sort()).toEqual(used.sort());
	}
});

test('a column sorts by click, and the other way round by another', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	await expect(header(page, 'Xã, phường')).toHaveAttribute('aria-sort', 'ascending');
	const sites = header(page, 'Điểm mô hình');
	await sites.getByRole('button').click();
	await expect(sites).toHaveAttribute('aria-sort', 'ascending');
	await expect(header(page, 'Xã, phường')).toHaveAttribute('aria-sort', 'none');
	const ascending = (await columnOf(page, 6)).map(Number);
	expect(ascending).toEqual([...ascending].sort((a, b) => a - b));
	await sites.getByRole('button').click();
	await expect(sites).toHaveAttribute('aria-sort', 'descending');
	const descending = (await columnOf(page, 6)).map(Number);
	expect(descending).toEqual([...ascending].sort((a, b) => b - a));
	expect(descending[0]).toBeGreaterThan(descending.at(-1)!);
});

test('names are in Vietnamese order', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	const names = (await columnOf(page, 2)).map((name) => name.replace(/^(Xã|Phường|Thị trấn) /, ''));
	const collator = new Intl.Collator('vi');
	expect(names).toEqual([...names].sort((a, b) => collator.compare(a, b)));
	expect(names.findIndex((name) => name.startsWith('Đ'))).toBeGreaterThan(
		names.findIndex((name) => name.startsWith('C'))
	);
});

test('the table is worked with the keyboard alone', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	await textFilter(page).focus();
	await page.keyboard.type('leng su');
	await expect(tableRows(page)).toHaveCount(1);
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Tải CSV' })).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('region', { name: 'Bảng số liệu, cuộn được' })).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(header(page, 'Mã').getByRole('button')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(header(page, 'Mã')).toHaveAttribute('aria-sort', 'ascending');
	await page.keyboard.press('Space');
	await expect(header(page, 'Mã')).toHaveAttribute('aria-sort', 'descending');
	for (let columns = 0; columns < 9; columns++) await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Xã Leng Su Sìn' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Xã Leng Su Sìn');
	await expectQuery(page, 'unit', '03158');
});

test('text filters by name, code and district without accents', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	for (const [text, column, expected] of [
		['muong nhe', 3, 'Huyện Mường Nhé'],
		['03158', 1, '03158'],
		['DIEN BIEN PHU', 3, 'Thành phố Điện Biên Phủ']
	] as const) {
		await textFilter(page).fill(text);
		await expect(tableRows(page)).not.toHaveCount(129);
		const found = await columnOf(page, column);
		expect(found.length).toBeGreaterThan(0);
		expect(new Set(found)).toEqual(new Set([expected]));
	}
	await textFilter(page).fill('zzz');
	await expect(tableRows(page)).toHaveText('Không có xã, phường nào khớp bộ lọc.');
	await expect(page.getByText('0 xã, phường', { exact: true })).toBeVisible();
});

test('today the table has the 45 communes, with figures that the demonstration knows', async ({
	page
}) => {
	await openTable(page);
	await expect(tableRows(page)).toHaveCount(45);
	await expect(page.getByText('Số liệu minh họa: tên, mã')).toBeVisible();
	const populations = await columnOf(page, 8);
	expect(populations.every((text) => /^\d{1,3}(\.\d{3})*$/.test(text))).toBe(true);
	expect(await columnOf(page, 9)).not.toContain('NaN');
});

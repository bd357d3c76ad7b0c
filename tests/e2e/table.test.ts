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
/** What stands in a column, from the top. @param column its style: `.name .open`, `.status .class`, `.sites` */
const columnOf = (page: Page, column: string) =>
	tableRows(page)
		.locator(column)
		.allTextContents()
		.then((texts) => texts.map((text) => text.trim()));

function tally(texts: string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
	return counts;
}

test('the table counts as the legend does, under the question and its answer', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	const status = await legendCounts(page);
	await chooseTheme(page, 'Xu hướng');
	await expect(legend(page)).toContainText('Giảm rõ');
	await expect.poll(() => legendTotal(page)).toBe(UNITS.second);
	const trend = await legendCounts(page);
	await page.getByRole('link', { name: 'Bảng', exact: true }).click();
	await expect(tableRows(page)).toHaveCount(129);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Phạm pháp tăng hay giảm?');
	await expect(page.locator('.head .long')).toContainText(/[\d.]+ vụ trong 12 tháng/);
	await expect(page.getByText('129 xã, phường', { exact: true })).toBeVisible();
	const used = [...trend].filter(([, count]) => count > 0);
	expect([...tally(await columnOf(page, '.trend .class'))].sort()).toEqual(used.sort());
	const words = tally(await columnOf(page, '.status .class'));
	expect([...words.values()].sort((a, b) => a - b)).toEqual(
		[...status.values()].filter((count) => count > 0).sort((a, b) => a - b)
	);
});

test('what answers the question comes first, and says so', async ({ page }) => {
	await openTable(page);
	const status = header(page, 'Trạng thái');
	await expect(status).toHaveAttribute('aria-sort', 'descending');
	await expect(page.getByLabel('Sắp theo:')).toHaveValue('changed down');
	await expect(tableRows(page).first().locator('.status small')).toContainText(/\d\d\/\d{4}/);
	const dates = (await columnOf(page, '.status small')).map((text) =>
		text.slice(-10).split('/').reverse().join('-')
	);
	expect(dates.length).toBeGreaterThan(20);
	expect(dates).toEqual([...dates].sort().reverse());
	await page.getByRole('radio', { name: 'Mô hình' }).check();
	await expect(header(page, 'Điểm mô hình')).toHaveAttribute('aria-sort', 'descending');
});

test('a column sorts by click, and the other way round by another', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	const sites = header(page, 'Điểm mô hình');
	await sites.getByRole('button').click();
	await expect(sites).toHaveAttribute('aria-sort', 'descending');
	await expect(header(page, 'Trạng thái')).toHaveAttribute('aria-sort', 'none');
	const descending = (await columnOf(page, '.sites')).map(Number);
	expect(descending).toEqual([...descending].sort((a, b) => b - a));
	await sites.getByRole('button').click();
	await expect(sites).toHaveAttribute('aria-sort', 'ascending');
	const ascending = (await columnOf(page, '.sites')).map(Number);
	expect(ascending).toEqual([...descending].sort((a, b) => a - b));
	expect(descending[0]).toBeGreaterThan(descending.at(-1) ?? 0);
});

test('names are in Vietnamese order', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	await page.getByLabel('Sắp theo:').selectOption({ label: 'tên, A đến Y' });
	await expect(header(page, 'Xã, phường')).toHaveAttribute('aria-sort', 'ascending');
	const names = (await columnOf(page, '.open')).map((name) =>
		name.replace(/^(Xã|Phường|Thị trấn) /, '')
	);
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
	await expect(page.getByLabel('Sắp theo:')).toBeFocused();
	for (const name of ['Tải CSV', 'Tải Excel']) {
		await page.keyboard.press('Tab');
		await expect(page.getByRole('link', { name })).toBeFocused();
	}
	await page.keyboard.press('Tab');
	await expect(page.getByRole('region', { name: 'Bảng số liệu, cuộn được' })).toBeFocused();
	await page.keyboard.press('Tab');
	const name = header(page, 'Xã, phường');
	await expect(name.getByRole('button')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(name).toHaveAttribute('aria-sort', 'ascending');
	await page.keyboard.press('Space');
	await expect(name).toHaveAttribute('aria-sort', 'descending');
	for (let columns = 0; columns < 5; columns++) await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Xã Leng Su Sìn' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Xã Leng Su Sìn');
	await expectQuery(page, 'unit', '03158');
});

test('text filters by name, code, district and former name without accents', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	for (const [text, expected] of [
		['muong nhe', 'Huyện Mường Nhé'],
		['03158', '03158'],
		['DIEN BIEN PHU', 'Thành phố Điện Biên Phủ']
	] as const) {
		await textFilter(page).fill(text);
		await expect(tableRows(page)).not.toHaveCount(129);
		const found = await columnOf(page, '.name small');
		expect(found.length).toBeGreaterThan(0);
		for (const facts of found) expect(facts).toContain(expected);
	}
	await textFilter(page).fill('zzz');
	await expect(tableRows(page)).toHaveText('Không có xã, phường nào khớp bộ lọc.');
	await expect(page.getByText('0 xã, phường', { exact: true })).toBeVisible();
	await openTable(page);
	await textFilter(page).fill('noong bua');
	await expect(tableRows(page)).toHaveCount(1);
	await expect(tableRows(page)).toContainText('Phường Mường Thanh');
});

test('today the table has the 45 communes, each with its former ones and its cases', async ({
	page
}) => {
	await openTable(page);
	await expect(tableRows(page)).toHaveCount(45);
	await expect(page.getByText(/Số liệu minh họa: tên, mã/)).toBeVisible();
	const row = tableRows(page).filter({ hasText: 'Phường Mường Thanh' });
	await expect(row.getByRole('img', { name: /Noong Bua: Tái phức tạp/ })).toBeVisible();
	await expect(row.locator('.cases')).toContainText(/\d+\s*\(\d+\)/);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

	test('a line of the table opens its commune wherever it is touched', async ({ page }) => {
		await openTable(page);
		const row = tableRows(page).first();
		const name = await row.locator('.open').textContent();
		await row.tap({ position: { x: 340, y: 20 } });
		await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(name ?? '');
	});
});

import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expectNoSideways } from './support/layout.ts';
import { openMap } from './support/province.ts';
import { expect, test } from './support/test.ts';

const maps = (page: Page) => page.locator('section.map');
const changes = (page: Page) => page.getByRole('region', { name: 'Bảng khác nhau' });

async function openCompare(page: Page, query: string): Promise<void> {
	await page.goto(`/compare?${query}`);
	await expect(maps(page)).toHaveCount(2);
	for (const at of [0, 1]) await expect(maps(page).nth(at)).toHaveAttribute('data-ready', 'true');
}

/** Where a map stands, by its scale bar's words. */
const scaleOf = (page: Page, at: number) =>
	maps(page).nth(at).getByRole('img', { name: 'Thước tỷ lệ' }).textContent();

test('two dates stand beside each other under one camera, with what differs', async ({ page }) => {
	await openCompare(page, 't=2018-12&with=2019-12');
	await expect(page.locator('.month').first()).toHaveText('12/2018');
	await expect(page.locator('.month').nth(1)).toHaveText('12/2019');
	// Nineteen communes were recognised in 2019.
	const met = changes(page).locator('tbody tr', { hasText: 'Đạt – duy trì' });
	await expect(met).toHaveCount(19);
	const before = await scaleOf(page, 1);
	await maps(page).first().hover();
	await page.mouse.wheel(0, -600);
	await expect.poll(() => scaleOf(page, 1)).not.toBe(before);
	await expect.poll(async () => (await scaleOf(page, 0)) === (await scaleOf(page, 1))).toBe(true);
});

test('over the reform what a commune was made of is named', async ({ page }) => {
	await openCompare(page, 't=2025-06&with=2025-07');
	const row = changes(page).getByRole('row', { name: /^Xã Sín Thầu/ });
	await expect(row).toContainText(/Xã Sen Thượng: /);
	await expect(row).toContainText('Nhiều trạng thái (sau sắp xếp)');
});

test('a line parts the two months, and is moved by keys', async ({ page }) => {
	await openCompare(page, 't=2018-12&with=2019-12');
	await page.getByLabel('Cách xem').selectOption('swipe');
	await expect(page).toHaveURL(/mode=swipe/);
	const line = page.getByRole('slider', { name: 'Vị trí đường chia' });
	await expect(line).toHaveValue('50');
	await line.focus();
	await page.keyboard.press('End');
	await expect(line).toHaveValue('100');
	const over = page.locator('.maps .side').nth(1);
	await expect(over).toHaveCSS('clip-path', 'inset(0px 0px 0px 100%)');
	await page.getByLabel('Chủ đề').selectOption('trend');
	await expect(page).toHaveURL(/theme=trend/);
	await page.getByLabel('Tháng sau').fill('2018-12');
	await page.getByLabel('Tháng sau').blur();
	await expect(page.getByText('Không xã nào khác giữa hai tháng.')).toBeVisible();
});

test('a later date that is set before the earlier one does not change it', async ({ page }) => {
	await openCompare(page, 't=2019-12&with=2023-12');
	await page.getByLabel('Tháng sau').fill('2018-12');
	await page.getByLabel('Tháng sau').blur();
	await expect(page).toHaveURL(/t=2018-12&with=2019-12/);
	await page.getByLabel('Tháng sau').fill('2020-12');
	await page.getByLabel('Tháng sau').blur();
	await expect(page).toHaveURL(/t=2018-12&with=2020-12/);
});

test('what is not known is not said to be the same', async ({ page, complaints }) => {
	let lost = true;
	await page.route('**/api/heirs*', (route) => (lost ? route.abort() : route.continue()));
	await openCompare(page, 't=2025-06&with=2025-07');
	await expect(page.getByRole('alert').filter({ hasText: 'máy chủ' })).toBeVisible();
	await expect(page.getByText('Không xã nào khác')).toHaveCount(0);
	lost = false;
	await page.getByRole('button', { name: 'Thử lại' }).click();
	await expect(changes(page).getByRole('row', { name: /^Xã Sín Thầu/ })).toBeVisible();
	// The browser reports the request that failed.
	complaints.length = 0;
});

test('the map leads to its comparison', async ({ page }) => {
	await openMap(page, '/?t=2019-12&theme=sites');
	await page.getByRole('link', { name: 'So sánh' }).click();
	await expect(page).toHaveURL(/\/compare\?t=2019-12&theme=sites&with=2026-10/);
	await expect(maps(page)).toHaveCount(2);
});

for (const scheme of ['light', 'dark'] as const) {
	test(`the ${scheme} comparison is accessible`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: scheme });
		await openCompare(page, 't=2018-12&with=2019-12');
		await expect(changes(page)).toBeVisible();
		await expectAccessible(page);
	});
}

test('the comparison fits a phone', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await openCompare(page, 't=2018-12&with=2019-12');
	await expectNoSideways(page);
});

import { expectMonth, openMap, openTable, panel } from './support/province.ts';
import { expect, test } from './support/test.ts';

test('numbers are written as each language writes them', async ({ page }) => {
	await openTable(page, '?t=2020-12');
	await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
	await expect(page.locator('main')).toContainText('95,45 %');
	await page.goto('/en/table?t=2020-12');
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.locator('main')).toContainText('95.45 %');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'How many communes were transformed?'
	);
	await page.goto('/commune/03160?t=2020-12');
	await expect(page.getByText(/\d\.\d{3} người/).first()).toBeVisible();
	await page.goto('/en/commune/03160?t=2020-12');
	await expect(page.getByText(/\d,\d{3} people/).first()).toBeVisible();
});

test('switching the language keeps the view', async ({ page }) => {
	await openTable(
		page,
		'?t=2020-12&theme=trend&unit=03124&district=Th%C3%A0nh+ph%E1%BB%91+%C4%90i%E1%BB%87n+Bi%C3%AAn+Ph%E1%BB%A7'
	);
	const query = new URL(page.url()).searchParams;
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page).toHaveURL(/\/en\/table\?/);
	expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual(Object.fromEntries(query));
	await expectMonth(page, '2020-12');
	await expect(panel(page)).toContainText('Cases each year');
	await page.getByRole('link', { name: 'Tiếng Việt' }).click();
	await expect(page).toHaveURL(/\d\/table\?/);
	await expect(panel(page)).toContainText('Số vụ mỗi năm');
});

test('an English view stays English while it is used', async ({ page }) => {
	await openMap(page, '/en?t=2023-12');
	await page.getByRole('link', { name: 'Table', exact: true }).click();
	await expect(page).toHaveURL(/\/en\/table\?/);
	await page.getByRole('button', { name: 'month', exact: true }).click();
	await page.getByRole('slider').press('ArrowLeft');
	await expectMonth(page, '2023-11');
	await expect(page).toHaveURL(/\/en\/table\?t=2023-11/);
	await page.getByRole('link', { name: 'Map', exact: true }).click();
	await expect(page).toHaveURL(/\/en\/?\?t=2023-11/);
	await expect(page.getByRole('region', { name: 'Legend' })).toContainText('Not listed');
});

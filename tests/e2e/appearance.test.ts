import type { Page } from '@playwright/test';
import { expectColor, pointOf } from './support/picture.ts';
import { openMap, openTable } from './support/province.ts';
import { expect, test } from './support/test.ts';

const html = (page: Page) => page.locator('html');
const toggle = (page: Page) => page.getByRole('button', { name: /^Giao diện (tối|sáng)$/ });

test('the first visit follows the system', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await openTable(page);
	await expect(html(page)).toHaveAttribute('data-theme', 'dark');
	await expect(toggle(page)).toHaveAttribute('aria-pressed', 'true');
	await page.emulateMedia({ colorScheme: 'light' });
	await page.reload();
	await expect(html(page)).toHaveAttribute('data-theme', 'light');
});

test('what was chosen is kept, whatever the system says', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await openTable(page);
	await toggle(page).click();
	await expect(html(page)).toHaveAttribute('data-theme', 'dark');
	await expect(toggle(page)).toHaveAccessibleName('Giao diện sáng');
	await page.reload();
	await expect(html(page)).toHaveAttribute('data-theme', 'dark');
	await toggle(page).click();
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.reload();
	await expect(html(page)).toHaveAttribute('data-theme', 'light');
});

test('the map changes its colours at once', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	const point = await pointOf(page, '2020-01-01', '03160');
	await expectColor(page, point, 'rgb(243, 241, 236)');
	await toggle(page).click();
	await expectColor(page, point, 'rgb(42, 45, 49)');
	await toggle(page).click();
	await expectColor(page, point, 'rgb(243, 241, 236)');
});

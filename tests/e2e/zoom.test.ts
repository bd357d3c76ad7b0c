import type { Page } from '@playwright/test';
import { expectNoSideways } from './support/layout.ts';
import { expect, test } from './support/test.ts';

const PAGES = ['/', '/table', '/commune/03158', '/effect', '/plan', '/report', '/story', '/data'];

/** Two ways in which people make everything twice as large. */
const WAYS = {
	// A browser at 200 % has half the pixels for a page.
	'200 % zoom': (page: Page) => page.setViewportSize({ width: 683, height: 384 }),
	'a root font of 32 px': (page: Page) =>
		page.evaluate(() =>
			document.documentElement.style.setProperty('font-size', '32px', 'important')
		)
} as const;

for (const [name, enlarge] of Object.entries(WAYS)) {
	test(`at ${name} nothing sticks out, and the menu reaches every page`, async ({ page }) => {
		for (const path of PAGES) {
			await page.goto(path);
			await enlarge(page);
			await expect(page.getByRole('heading').first()).toBeAttached();
			await expectNoSideways(page);
		}
		await page
			.getByRole('navigation', { name: 'Thêm' })
			.getByRole('button', { name: 'Thêm' })
			.click();
		const menu = page.getByRole('dialog');
		const last = menu.getByRole('link', { name: 'Cách tính' });
		await last.scrollIntoViewIfNeeded();
		await last.click();
		await expect(page).toHaveURL(/\/methods/);
	});
}

test('icons grow with the letters beside them', async ({ page }) => {
	await page.goto('/table');
	const icon = page.getByRole('button', { name: /^Tìm xã/ }).locator('svg');
	const before = (await icon.boundingBox())?.width ?? NaN;
	await WAYS['a root font of 32 px'](page);
	for (const control of [icon, page.getByRole('button', { name: 'Phát' }).locator('svg')]) {
		const { width } = (await control.boundingBox()) ?? { width: 0 };
		expect(width / before).toBeGreaterThan(1.9);
	}
});

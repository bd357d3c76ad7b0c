import { expectQuery, mapIsReady, openFilters, openMap } from './support/province.ts';
import { expect, test } from './support/test.ts';

const LAND = 'Sông, đường, núi (nền)';

test('rivers, roads and hills are off until they are asked for, and say whose they are', async ({
	page
}) => {
	const asked: string[] = [];
	page.on('request', (request) => {
		if (request.url().includes('/api/base-map/')) asked.push(request.headers().range ?? '');
	});
	await openMap(page, '/?t=2026-10');
	await expect(page.locator('.labels .ground')).toHaveCount(0);
	expect(asked).toEqual([]);

	const filters = await openFilters(page);
	await filters.getByLabel(LAND).check();
	await page.keyboard.press('Escape');
	await expectQuery(page, 'land', 'on');
	await expect(page.locator('.labels .ground').first()).toHaveText(/\(minh họa\)$/);
	await expect(page.locator('main .source')).toContainText('nền: Nền minh họa');
	expect(asked.every((range) => /^bytes=\d+-\d+$/.test(range))).toBe(true);
	expect(asked.length).toBeGreaterThan(0);

	// A link opens the same view, in the dark, too.
	await page.getByRole('button', { name: 'Giao diện tối' }).click();
	await page.reload();
	await mapIsReady(page);
	await expect(page.locator('.labels .ground').first()).toBeVisible();
	await (await openFilters(page)).getByLabel(LAND).uncheck();
	await expect(page.locator('.labels .ground')).toHaveCount(0);
	await expect(page.locator('main .source')).not.toContainText('nền:');
});

test('the table does not offer a base map', async ({ page }) => {
	await page.goto('/table');
	await openFilters(page);
	await expect(page.getByLabel(LAND)).toHaveCount(0);
});

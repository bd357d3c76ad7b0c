import type { Page } from '@playwright/test';
import { listColors } from './support/picture.ts';
import { legend, mapOf, openMap, openTable, panel } from './support/province.ts';
import { expect, test } from './support/test.ts';

test('printing shows the map as a picture with title and legend, and no controls', async ({
	page
}) => {
	await openMap(page, '/?t=2023-12');
	// A browser says that it will print before it lays the page out anew.
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	await page.emulateMedia({ media: 'print' });
	const picture = mapOf(page).getByRole('img', { name: 'Bản đồ xã, phường' });
	await expect(picture).toBeVisible();
	const data = (await picture.getAttribute('src')) ?? '';
	expect(data).toMatch(/^data:image\/png;base64,/);
	const colors = await listColors(page, data.slice('data:image/png;base64,'.length));
	// Land and transformed communes, as they are painted.
	expect(colors.slice(0, 4)).toEqual(
		expect.arrayContaining(['rgb(243, 241, 236)', 'rgb(18, 91, 68)'])
	);
	await expect(legend(page)).toBeVisible();
	await expect(legend(page).locator('.swatch').first()).toHaveCSS('print-color-adjust', 'exact');
	await expect(page.locator('header .brand')).toHaveText(/Chuyển hóa địa bàn\s*tỉnh Điện Biên/);
	await expect(page.locator('header .pill')).toBeVisible();
	await expect(page.locator('main .source')).toBeVisible();
	await expect(page.locator('.timeline output')).toHaveText(/12\/2023/);
	for (const control of [
		page.getByRole('navigation'),
		page.getByRole('toolbar'),
		page.getByRole('button', { name: 'Phát' }),
		page.getByRole('button', { name: 'Phóng to' }),
		page.locator('label', { hasText: 'Xu hướng' })
	]) {
		for (const each of await control.all()) await expect(each).toBeHidden();
	}
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await expect(picture).toHaveCount(0);
});

/** Prints as a browser does, and counts the sheets. */
async function countSheets(page: Page): Promise<number> {
	const document = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	return document.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('a printed map fits one sheet', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	expect(await countSheets(page)).toBe(1);
	// Printers tell browsers of a narrow sheet before the page asks for a wide one.
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({ width: 720, height: 1000 });
	const side = (await page.locator('.answer').boundingBox())!;
	expect((await mapOf(page).boundingBox())?.x).toBeGreaterThan(side.x + side.width);
});

test('an open panel prints beside the map, and leaves the map its size', async ({ page }) => {
	await openMap(page, '/?t=2023-12&unit=03124');
	await expect(panel(page)).toContainText('Số vụ mỗi năm');
	await page.emulateMedia({ media: 'print' });
	await expect(panel(page).getByRole('button')).toHaveCount(0);
	const map = (await mapOf(page).boundingBox())!;
	// In CSS pixels of a sheet A4 across.
	expect(map.height).toBeLessThan((190 * 96) / 25.4);
	expect(map.height).toBeGreaterThan((120 * 96) / 25.4);
});

test('a printed table goes on over as many sheets as its rows need', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	expect(await countSheets(page)).toBeGreaterThan(3);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('link', { name: 'Tải CSV' })).toBeHidden();
});

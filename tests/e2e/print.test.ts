import { listColors } from './support/picture.ts';
import { legend, mapOf, openMap, openTable, tableRows } from './support/province.ts';
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
		expect.arrayContaining(['rgb(243, 241, 236)', 'rgb(23, 101, 70)'])
	);
	await expect(legend(page)).toBeVisible();
	await expect(page.locator('header .title')).toHaveText('Chuyển hóa địa bàn · Điện Biên');
	await expect(page.locator('header .demonstration')).toBeVisible();
	await expect(page.locator('main .source')).toBeVisible();
	await expect(page.locator('.timeline output')).toHaveText(/12\/2023/);
	for (const control of [
		page.getByRole('navigation'),
		page.getByRole('combobox'),
		page.getByRole('button', { name: 'Phát' }),
		page.getByRole('button', { name: 'Phóng to' })
	]) {
		for (const each of await control.all()) await expect(each).toBeHidden();
	}
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await expect(picture).toHaveCount(0);
});

test('a printed map fits one sheet', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	expect(sheets.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test('a printed table has every row', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	await page.emulateMedia({ media: 'print' });
	const { top, bottom } = await tableRows(page)
		.last()
		.evaluate((row) => {
			row.scrollIntoView();
			return row.getBoundingClientRect();
		});
	expect(bottom).toBeGreaterThan(top);
	const clipped = await page.locator('section.table .scroll').evaluate(
		(element) => element.scrollHeight > element.clientHeight + 1
	);
	expect(clipped).toBe(false);
	await expect(page.getByRole('searchbox')).toBeHidden();
});

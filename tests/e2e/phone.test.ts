import { expectNoSideways, expectOnScreen, expectTouchable } from './support/layout.ts';
import { pointOf } from './support/picture.ts';
import {
	chooseTheme,
	expectMonth,
	legend,
	legendTotal,
	mapOf,
	openMap,
	openTable,
	panel,
	searchBox,
	searchResults,
	slider,
	tableRows,
	UNITS
} from './support/province.ts';
import { expect, test } from './support/test.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('a phone shows the map with everything within reach', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	await expectNoSideways(page);
	const controls = [
		page.getByRole('button', { name: 'Phát' }),
		page.getByRole('link', { name: 'Bảng', exact: true }),
		page.getByRole('link', { name: 'English' }),
		page.getByRole('button', { name: 'Giao diện tối' }),
		page.getByRole('button', { name: 'Phóng to' }),
		page.getByRole('button', { name: 'Thu nhỏ' }),
		page.getByRole('button', { name: 'Xem toàn tỉnh' }),
		slider(page)
	];
	for (const control of controls) {
		await expectOnScreen(control);
		await expectTouchable(control);
	}
	await expectOnScreen(searchBox(page));
	for (const theme of ['Trạng thái', 'Xu hướng', 'Mô hình', 'Tổng hợp']) {
		await expectTouchable(page.locator('label', { hasText: theme }));
	}
	const box = await mapOf(page).boundingBox();
	expect(box?.width).toBe(390);
	expect(box?.height).toBeGreaterThan(300);
});

test('legend and filters wait behind their names', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	await expect(legend(page)).toBeHidden();
	await page.getByText('Chú giải', { exact: true }).first().tap();
	await expect(legend(page)).toBeVisible();
	expect(await legendTotal(page)).toBe(UNITS.second);
	await expectOnScreen(legend(page));
	const district = page.getByLabel('Huyện, thị xã, thành phố');
	await expect(district).toBeHidden();
	await page.getByText('Bộ lọc', { exact: true }).tap();
	await expect(district).toBeVisible();
	await expectNoSideways(page);
});

test('a tap on a commune opens a sheet from below, over part of the map', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	const point = await pointOf(page, '2020-01-01', '03160');
	await expect(async () => {
		await page.touchscreen.tap(point.x, point.y);
		await expect(panel(page)).toBeVisible({ timeout: 1000 });
	}).toPass();
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Xã Mường Nhé');
	await page.waitForFunction(() => document.getAnimations().length === 0);
	const sheet = (await panel(page).boundingBox())!;
	expect(sheet.width).toBe(390);
	expect(sheet.y + sheet.height).toBe(844);
	expect(sheet.y).toBeGreaterThan(844 * 0.3);
	await expectNoSideways(page);
	const close = panel(page).getByRole('button', { name: 'Đóng' });
	await expectTouchable(close);
	await close.tap();
	await expect(panel(page)).toHaveCount(0);
});

test('themes, search and timeline work by touch', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	await page.locator('label', { hasText: 'Tổng hợp' }).tap();
	await expect(page.getByRole('radio', { name: 'Tổng hợp' })).toBeChecked();
	await searchBox(page).tap();
	await searchBox(page).fill('leng su');
	await expectOnScreen(searchResults(page).first());
	await searchResults(page).first().tap();
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Xã Leng Su Sìn');
	await panel(page).getByRole('button', { name: 'Đóng' }).tap();
	const track = (await slider(page).boundingBox())!;
	await page.touchscreen.tap(track.x + 2, track.y + track.height / 2);
	// A finger picks months, also where the mouse takes whole years.
	await expectMonth(page, '2017-01');
	await chooseTheme(page, 'Xu hướng');
});

test('the table scrolls inside its own box', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	await expect(tableRows(page)).toHaveCount(129);
	await expectNoSideways(page);
	await expectOnScreen(page.getByRole('link', { name: 'Tải CSV' }));
	const rows = page.getByRole('region', { name: 'Bảng số liệu, cuộn được' });
	expect((await rows.boundingBox())?.height).toBeGreaterThan(120);
});

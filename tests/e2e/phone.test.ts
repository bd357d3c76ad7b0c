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
	const tabs = page.getByRole('navigation', { name: 'Thêm' });
	const controls = [
		page.getByRole('button', { name: 'Phát' }),
		...['Bản đồ', 'Bảng', 'Phân tích', 'Trình chiếu'].map((name) =>
			tabs.getByRole('link', { name, exact: true })
		),
		tabs.getByRole('button', { name: 'Thêm' }),
		page.getByRole('button', { name: 'Xem toàn tỉnh' }),
		page.getByRole('button', { name: 'Tìm xã, cả tên cũ…' }),
		slider(page)
	];
	for (const control of controls) {
		await expectOnScreen(control);
		await expectTouchable(control);
	}
	for (const theme of ['Trạng thái', 'Xu hướng', 'Mô hình', 'Tổng hợp']) {
		await expectTouchable(page.locator('label', { hasText: theme }));
	}
	const box = await mapOf(page).boundingBox();
	expect(box?.width).toBe(390);
	expect(box?.height).toBeGreaterThan(420);
	await expect(page.locator('.sentence.short')).toContainText('44 xã được phê duyệt đã đạt');
});

test('the legend is one line, and opens with the filters', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	await expect(legend(page)).toBeHidden();
	await expect(page.locator('.legend-line')).toContainText('giữ được');
	await page.getByRole('button', { name: 'Mở chú giải đầy đủ' }).tap();
	await expect(legend(page)).toBeVisible();
	expect(await legendTotal(page)).toBe(UNITS.second);
	await page.getByRole('button', { name: 'Lọc' }).tap();
	await expect(page.getByLabel('Huyện, thị xã, thành phố')).toBeVisible();
	await expectNoSideways(page);
});

test('the menu reaches every page', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	const more = page.getByRole('navigation', { name: 'Thêm' }).getByRole('button', { name: 'Thêm' });
	for (const [name, path] of [
		['Chọn địa bàn', '/plan'],
		['Có hiệu quả không?', '/effect'],
		['Theo dõi tái phức tạp', '/watch'],
		['Mô hình', '/models'],
		['So sánh hai thời điểm', '/compare'],
		['Cách tính', '/methods'],
		['Báo cáo', '/report'],
		['Nạp tệp', '/data'],
		['Tình hình báo cáo', '/data/readiness'],
		['Nguồn', '/data/sources'],
		['Sắp xếp xã', '/data/succession'],
		['Biểu mẫu', '/data/templates'],
		['Thiết lập', '/data/setup']
	] as const) {
		await more.tap();
		const link = page.getByRole('dialog').getByRole('link', { name, exact: true });
		await expectTouchable(link);
		await link.tap();
		await expect(page).toHaveURL(new RegExp(`${path}(\\?.*)?$`));
		await expect(page.getByRole('dialog')).toHaveCount(0);
		await expectNoSideways(page);
	}
	await more.tap();
	await page.getByRole('dialog').getByRole('button', { name: 'Nền tối' }).tap();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await page.getByRole('dialog').getByRole('link', { name: 'English' }).tap();
	await expect(page).toHaveURL(/\/en\//);
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
	await page.getByRole('button', { name: 'Tìm xã, cả tên cũ…' }).tap();
	await page.getByRole('dialog').getByRole('combobox').fill('leng su');
	await expectOnScreen(searchResults(page).first());
	await searchResults(page).first().tap();
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Xã Sín Thầu');
	await panel(page).getByRole('button', { name: 'Đóng' }).tap();
	const track = (await slider(page).boundingBox())!;
	await page.touchscreen.tap(track.x + 1, track.y + track.height / 2);
	// A finger picks months, also where the mouse takes whole years.
	await expectMonth(page, '2017-01');
	await chooseTheme(page, 'Xu hướng');
});

test('the table is a list that goes nowhere sideways', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	await expect(tableRows(page)).toHaveCount(129);
	await expectNoSideways(page);
});

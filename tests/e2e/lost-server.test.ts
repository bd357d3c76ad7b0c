import type { Page } from '@playwright/test';
import {
	expectMonth,
	legendEntries,
	legendTotal,
	mapIsReady,
	openMap,
	panel,
	slider,
	UNITS
} from './support/province.ts';
import { expect, test } from './support/test.ts';

const notice = (page: Page) => page.locator('main').getByRole('alert');
const API = '**/api/**';

test('when the server is lost, the page says so and goes on when it is back', async ({
	page,
	complaints
}) => {
	await openMap(page, '/?t=2023-12');
	await page.route(API, (route) => route.abort());
	await page.getByRole('radio', { name: 'Xu hướng' }).check();
	await expect(notice(page)).toContainText('Mất kết nối với máy chủ.');
	// What was there is still there.
	await slider(page).press('ArrowLeft');
	await expectMonth(page, '2022-12');
	await page.unroute(API);
	await notice(page).getByRole('button', { name: 'Thử lại' }).click();
	await expect(notice(page)).toHaveCount(0);
	await expect.poll(() => legendTotal(page)).toBe(UNITS.second);
	await expect(legendEntries(page).first()).toContainText('Giảm rõ');
	complaints.length = 0;
});

test('trying again in vain says so again', async ({ page, complaints }) => {
	await openMap(page, '/?t=2023-12');
	await page.route(API, (route) => route.abort());
	await page.getByRole('radio', { name: 'Mô hình' }).check();
	await expect(notice(page)).toBeVisible();
	await notice(page).getByRole('button', { name: 'Thử lại' }).click();
	await expect(notice(page)).toBeVisible();
	await expect(page.getByRole('slider')).toBeVisible();
	complaints.length = 0;
});

test('boundaries that do not come are asked for again', async ({ page, complaints }) => {
	await openMap(page, '/?t=2025-06&step=month');
	await page.route('**/api/boundaries/**', (route) => route.abort());
	await slider(page).press('ArrowRight');
	await expect(notice(page)).toContainText('Mất kết nối với máy chủ.');
	await page.unroute('**/api/boundaries/**');
	await notice(page).getByRole('button', { name: 'Thử lại' }).click();
	await mapIsReady(page);
	await expect(notice(page)).toHaveCount(0);
	expect(complaints.filter((text) => !text.includes('net::ERR_FAILED'))).toEqual([]);
	complaints.length = 0;
});

test('a server that lost its database is told from one that is at fault', async ({
	page,
	complaints
}) => {
	await openMap(page, '/?t=2023-12');
	for (const [status, theme, words] of [
		[503, 'Xu hướng', 'Mất kết nối với máy chủ.'],
		[500, 'Mô hình', 'Máy chủ không trả lời được yêu cầu này.']
	] as const) {
		await page.route(API, (route) => route.fulfill({ status, json: { message: 'database-lost' } }));
		await page.getByRole('radio', { name: theme }).check();
		await expect(notice(page)).toContainText(words);
		await page.unroute(API);
		await notice(page).getByRole('button', { name: 'Thử lại' }).click();
		await expect(notice(page)).toHaveCount(0);
	}
	complaints.length = 0;
});

test('a panel whose details do not come says what to do', async ({ page, complaints }) => {
	await openMap(page, '/?t=2023-12');
	await page.route('**/api/units/**', (route) => route.abort());
	await page.getByRole('link', { name: 'Bảng', exact: true }).click();
	await page.getByRole('button', { name: 'Xã Mường Nhé' }).click();
	await expect(panel(page).getByRole('alert')).toContainText('Đóng rồi mở lại');
	await page.unroute('**/api/units/**');
	await panel(page).getByRole('button', { name: 'Đóng' }).click();
	await page.getByRole('button', { name: 'Xã Mường Nhé' }).click();
	await expect(panel(page)).toContainText('Số vụ mỗi năm');
	complaints.length = 0;
});

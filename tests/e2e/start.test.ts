import {
	chooseTheme,
	mapIsReady,
	mapOf,
	openMap,
	panel,
	openSearch,
	searchResults,
	slider
} from './support/province.ts';
import { expect, test } from './support/test.ts';

// Errors in the page fail every test: see support/test.ts.

for (const [path, title, map] of [
	['/', 'Chuyển hóa địa bàn · Điện Biên', 'Bản đồ xã, phường'],
	['/en', 'Commune transformation · Điện Biên', 'Map of communes']
] as const) {
	test(`${path} opens without an error and says that its figures are invented`, async ({
		page
	}) => {
		await openMap(page, path);
		await expect(page).toHaveTitle(title);
		await expect(mapOf(page)).toHaveAccessibleName(map);
		await expect(page.locator('header .pill')).toHaveText(
			/^(Số liệu minh họa|Demonstration data)$/
		);
		await expect(page.locator('main .source')).toHaveText(
			/không có giá trị pháp lý|of no legal value/
		);
	});
}

test('a whole visit asks only this server for anything', async ({ page, context, baseURL }) => {
	const asked: string[] = [];
	context.on('request', (request) => asked.push(request.url()));
	page.on('websocket', (socket) => asked.push(socket.url()));
	await openMap(page);
	for (const theme of ['Xu hướng', 'Mô hình', 'Tổng hợp']) await chooseTheme(page, theme);
	await page.getByRole('button', { name: 'Giao diện tối' }).click();
	await slider(page).press('Home');
	await mapIsReady(page);
	await (await openSearch(page)).fill('muong nhe');
	await searchResults(page).first().click();
	await expect(panel(page).getByRole('heading', { level: 2 })).toBeVisible();
	await page.getByRole('link', { name: 'Bảng', exact: true }).click();
	await expect(page.getByRole('table').first()).toBeVisible();
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	const own = new URL(baseURL ?? '').origin;
	expect(asked.filter((url) => !/^(data|blob):/.test(url) && new URL(url).origin !== own)).toEqual(
		[]
	);
	// What a worker asks for is seen too.
	expect(asked.some((url) => url.includes('maplibre-gl-worker'))).toBe(true);
	expect(asked.some((url) => url.endsWith('.woff2'))).toBe(true);
});

test('an address that does not exist says so and leads back to the map', async ({
	page,
	complaints
}) => {
	const answer = await page.goto('/khong-co');
	expect(answer?.status()).toBe(404);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không có trang này');
	complaints.length = 0;
	await page.getByRole('link', { name: 'Bản đồ' }).click();
	await mapIsReady(page);
});

import {
	chooseTheme,
	openMap,
	openTable,
	panel,
	openSearch,
	searchResults,
	slider,
	tableRows
} from './support/province.ts';
import { squareFile } from '../fixtures/boundary-file.ts';
import { expectAccessible } from './support/accessible.ts';
import { expectNoSideways } from './support/layout.ts';
import { check, sendIn } from './support/data-room.ts';
import { expect, test } from './support/test.ts';

test('each theme is accessible', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	for (const theme of ['Trạng thái', 'Xu hướng', 'Mô hình', 'Tổng hợp']) {
		await chooseTheme(page, theme);
		await expectAccessible(page);
	}
});

test('filters in use and the sentence of a boundary change are accessible', async ({ page }) => {
	await openMap(page, '/?t=2025-06&step=month&class=6');
	await slider(page).press('ArrowRight');
	await expect(
		page.getByText('01/07/2025: 129 xã, phường, thị trấn sắp xếp thành 45')
	).toBeVisible();
	await expectAccessible(page);
});

for (const scheme of ['light', 'dark'] as const) {
	test(`the ${scheme} page with a panel and a list of results is accessible`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: scheme });
		await openMap(page, '/?t=2023-12&theme=summary&unit=03124');
		await expect(panel(page)).toContainText('Số vụ mỗi năm');
		for (const tab of ['Biểu đồ', 'Lịch sử', /^Mô hình/, 'Tổng quan']) {
			await panel(page).getByRole('tab', { name: tab }).click();
			await expectAccessible(page);
		}
		const box = await openSearch(page);
		await box.fill('muong');
		await expect(searchResults(page).first()).toBeVisible();
		await expectAccessible(page);
		await box.fill('zzz');
		await expectAccessible(page);
	});

	test(`the ${scheme} table is accessible`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: scheme });
		await openTable(page, '?t=2023-12&unit=03124');
		await expect(panel(page)).toContainText('Số vụ mỗi năm');
		await expectAccessible(page);
	});
}

for (const scheme of ['light', 'dark'] as const) {
	test(`the ${scheme} data room is accessible`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: scheme });
		for (const [path, there] of [
			['/data', page.getByRole('button', { name: 'Chọn tệp…' })],
			['/data/sources', page.getByRole('table')],
			['/data/succession', page.getByText(/Nghị quyết và hình khớp nhau/)],
			['/data/readiness', page.getByRole('table')],
			['/data/templates', page.getByRole('link', { name: 'Tải biểu mẫu' })]
		] as const) {
			await page.goto(path);
			await expect(there).toBeVisible();
			await expectAccessible(page);
		}
		const csv = 'unit_code,indicator,year,m10\n03127,C02,2026,1x\n';
		await sendIn(page, { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
		await expectAccessible(page);
		await check(page);
		await expectAccessible(page);
		await sendIn(page, squareFile('b.geojson', 103, 21, 0.1));
		await page.getByLabel('Có hiệu lực từ ngày').fill('2016-01-01');
		await page.getByLabel(/Đến ngày/).fill('2016-12-31');
		await check(page);
		await expectAccessible(page);
	});
}

test('the map in the reading on today’s boundaries is accessible', async ({ page }) => {
	await openMap(page, '/?t=2021-12&on=today&unit=03127');
	await expect(panel(page)).toContainText('Số vụ mỗi năm');
	await expectAccessible(page);
});

test('the English pages are accessible', async ({ page }) => {
	await openMap(page, '/en?unit=03158');
	await expect(panel(page)).toContainText('Cases each year');
	await expectAccessible(page);
	await page.goto('/en/table');
	await expect(tableRows(page)).toHaveCount(45);
	await expectAccessible(page);
});

test('the table in place of a map is accessible', async ({ page }) => {
	await page.addInitScript(() => {
		Reflect.set(HTMLCanvasElement.prototype, 'getContext', () => null);
	});
	await page.goto('/?t=2026-06');
	await expect(tableRows(page)).toHaveCount(45);
	await expectAccessible(page);
});

test('the page of an address that does not exist is accessible', async ({ page, complaints }) => {
	await page.goto('/khong-co');
	await expectAccessible(page);
	complaints.length = 0;
});

test('the notice of a lost server is accessible', async ({ page, complaints }) => {
	await openMap(page, '/?t=2023-12');
	await page.route('**/api/**', (route) => route.abort());
	await page.getByRole('radio', { name: 'Xu hướng' }).check();
	await expect(page.locator('main').getByRole('alert')).toBeVisible();
	await expectAccessible(page);
	complaints.length = 0;
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

	test('map, sheet and table are accessible', async ({ page }) => {
		await openMap(page, '/?t=2023-12');
		await page.getByRole('button', { name: 'Mở chú giải đầy đủ' }).tap();
		await expectAccessible(page);
		await openMap(page, '/?t=2023-12&unit=03124');
		await expect(panel(page)).toContainText('Số vụ mỗi năm');
		await expectAccessible(page);
		await openTable(page, '?t=2023-12');
		await expectAccessible(page);
		for (const path of ['/data', '/data/readiness', '/data/templates']) {
			await page.goto(path);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expectNoSideways(page);
			await expectAccessible(page);
		}
	});
});

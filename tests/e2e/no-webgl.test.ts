import type { Page } from '@playwright/test';
import { expectMonth, panel, slider, tableRows } from './support/province.ts';
import { expect, test } from './support/test.ts';

/** Opens a page in a browser that draws no WebGL. */
async function openWithoutWebGl(page: Page, path: string): Promise<void> {
	await page.addInitScript(() => {
		const before = Reflect.get(HTMLCanvasElement.prototype, 'getContext') as (
			...args: unknown[]
		) => unknown;
		Reflect.set(
			HTMLCanvasElement.prototype,
			'getContext',
			function (this: HTMLCanvasElement, ...args: unknown[]) {
				return String(args[0]).startsWith('webgl') ? null : before.apply(this, args);
			}
		);
	});
	await page.goto(path);
}

const svgMap = (page: Page) => page.locator('section.map svg').first();

test('without WebGL the page shows the map all the same, and the table beside it', async ({
	page
}) => {
	await openWithoutWebGl(page, '/?t=2023-12');
	await expect(page.getByText('Trình duyệt này không có WebGL')).toBeVisible();
	await expect(svgMap(page)).toBeVisible();
	await expect(tableRows(page)).toHaveCount(129);
	await expect(page.locator('canvas')).toHaveCount(0);
	await expect(page.locator('.answer .sentence.long')).toContainText('44 xã được phê duyệt');
});

test('without WebGL timeline, themes, choice and keys go on working', async ({ page }) => {
	await openWithoutWebGl(page, '/?t=2025-06&step=month');
	await expect(svgMap(page)).toBeVisible();
	await slider(page).press('ArrowRight');
	await expectMonth(page, '2025-07');
	await expect(tableRows(page)).toHaveCount(45);
	await page.getByRole('radio', { name: 'Tổng hợp' }).check();
	await page.getByRole('button', { name: 'Xã Mường Nhé' }).first().click();
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Xã Mường Nhé');
});

test('a graphics context that is taken away leaves the drawn map and the table', async ({
	page
}) => {
	await page.goto('/?t=2023-12');
	await expect(page.locator('section.map')).toHaveAttribute('data-ready', 'true');
	await page
		.locator('section.map canvas')
		.first()
		.evaluate((canvas: HTMLCanvasElement) => {
			canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
		});
	await expect(page.getByText('Trình duyệt này không có WebGL')).toBeVisible();
	await expect(svgMap(page)).toBeVisible();
	await expect(tableRows(page)).toHaveCount(129);
});

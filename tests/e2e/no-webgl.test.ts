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

const isLive = (page: Page) =>
	expect(page.locator('section.map:has(canvas)')).toHaveAttribute('data-ready', 'true');

/**
 * Takes the graphics contexts of all maps on the page away.
 *
 * @param forGood the browser gives none any more, until `refused` of the window is taken back
 */
async function loseContexts(page: Page, forGood = false): Promise<void> {
	await page.evaluate((refuse) => {
		const before = Reflect.get(HTMLCanvasElement.prototype, 'getContext') as (
			...args: unknown[]
		) => unknown;
		for (const canvas of document.querySelectorAll<HTMLCanvasElement>('section.map canvas')) {
			canvas.dataset.lost = '';
			canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
		}
		Reflect.set(window, 'refused', refuse);
		Reflect.set(
			HTMLCanvasElement.prototype,
			'getContext',
			function (this: HTMLCanvasElement, ...args: unknown[]) {
				return Reflect.get(window, 'refused') === true && String(args[0]).startsWith('webgl')
					? null
					: before.apply(this, args);
			}
		);
	}, forGood);
}

/** The maps that lost their contexts are gone. */
const areReplaced = (page: Page) => expect(page.locator('canvas[data-lost]')).toHaveCount(0);

test('a graphics context that is taken away comes back with month, theme and choice', async ({
	page
}) => {
	await page.goto('/?t=2023-12&step=month&theme=trend&unit=03160');
	await isLive(page);
	await loseContexts(page);
	await areReplaced(page);
	await isLive(page);
	await expectMonth(page, '2023-12');
	await expect(page.getByRole('radio', { name: 'Xu hướng' })).toBeChecked();
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Xã Mường Nhé');
	// The map that came back answers.
	await slider(page).press('ArrowRight');
	await expectMonth(page, '2024-01');
});

test('a graphics context that does not come back leaves the drawn map, and can be asked for', async ({
	page,
	complaints
}) => {
	test.slow();
	await page.goto('/?t=2023-12');
	await isLive(page);
	await loseContexts(page, true);
	await expect(page.getByText('Đồ họa của trình duyệt tạm mất')).toBeVisible();
	await expect(page.getByText('Trình duyệt này không có WebGL')).toBeVisible({ timeout: 30_000 });
	await expect(svgMap(page)).toBeVisible();
	await expect(tableRows(page)).toHaveCount(129);
	await page.evaluate(() => Reflect.set(window, 'refused', false));
	await page.getByRole('button', { name: 'Thử lại' }).click();
	await isLive(page);
	// The library says that it got no context.
	complaints.splice(0);
});

test('both sides of a comparison come back under one camera', async ({ page }) => {
	await page.goto('/compare?t=2018-12&with=2019-12');
	const maps = page.locator('section.map:has(canvas)[data-ready="true"]');
	await expect(maps).toHaveCount(2);
	await loseContexts(page);
	await areReplaced(page);
	await expect(maps).toHaveCount(2);
	const scaleOf = (at: number) =>
		maps.nth(at).getByRole('img', { name: 'Thước tỷ lệ' }).textContent();
	const before = await scaleOf(1);
	await maps.first().hover();
	await page.mouse.wheel(0, -600);
	await expect.poll(() => scaleOf(1)).not.toBe(before);
	await expect.poll(async () => (await scaleOf(0)) === (await scaleOf(1))).toBe(true);
});

import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { pointOf } from './support/picture.ts';
import { expectQuery, mapOf, openMap, panel } from './support/province.ts';
import { expect, test } from './support/test.ts';

const FRAME = '2025-07-01';
const [FAR_WEST, SOUTH, EAST] = ['03158', '03368', '03253'] as const;

const card = (page: Page) => page.getByRole('region', { name: 'Đo trên bản đồ' });

async function clickOn(page: Page, code: string): Promise<void> {
	const { x, y } = await pointOf(page, FRAME, code);
	await page.mouse.click(x, y);
}

/** Great-circle distance of two communes' middles (haversine), on a sphere of the earth's mean radius. */
async function distanceKm(page: Page, one: string, other: string): Promise<number> {
	const { units } = (await (await page.request.get(`/api/frames/${FRAME}/units`)).json()) as {
		units: { code: string; label: [number, number] }[];
	};
	const radians = (code: string) => {
		const [lon, lat] = units.find((unit) => unit.code === code)!.label;
		return { lon: (lon * Math.PI) / 180, lat: (lat * Math.PI) / 180 };
	};
	const [a, b] = [radians(one), radians(other)];
	const half =
		Math.sin((b.lat - a.lat) / 2) ** 2 +
		Math.cos(a.lat) * Math.cos(b.lat) * Math.sin((b.lon - a.lon) / 2) ** 2;
	return 2 * 6371.0088 * Math.asin(Math.sqrt(half));
}

const shownKm = async (page: Page) => {
	const text = await card(page).locator('dd').first().innerText();
	return Number(text.replace(' km', '').replaceAll('.', '').replace(',', '.'));
};

test('clicks measure a line, with the area from three points on, and choose no commune', async ({
	page
}) => {
	await openMap(page, '/?t=2026-10');
	await page.getByRole('button', { name: 'Đo', exact: true }).click();
	await expect(card(page)).toContainText('Bấm lên bản đồ');
	await clickOn(page, FAR_WEST);
	await clickOn(page, SOUTH);
	await expect(card(page).locator('dd')).toHaveCount(1);
	// A pixel is a few hundred metres.
	const expected = await distanceKm(page, FAR_WEST, SOUTH);
	expect(Math.abs((await shownKm(page)) / expected - 1)).toBeLessThan(0.01);
	await clickOn(page, EAST);
	await expect(card(page)).toContainText(/Diện tích khép kín\s*[\d.]+,\d+ km²/);
	expect(await shownKm(page)).toBeGreaterThan(expected * 1.2);
	await expectAccessible(page);
	await card(page).getByRole('button', { name: 'Bỏ điểm cuối' }).click();
	await expect(card(page).locator('dd')).toHaveCount(1);
	await expectQuery(page, 'unit', undefined);

	await page.keyboard.press('Escape');
	await expect(card(page)).toHaveCount(0);
	await clickOn(page, SOUTH);
	await expect(panel(page)).toBeVisible();
});

test('a radius tells communes and model sites, and marks the communes', async ({ page }) => {
	await openMap(page, '/?t=2026-10');
	await page.keyboard.press('m');
	await card(page).getByText('Bán kính', { exact: true }).click();
	await clickOn(page, SOUTH);
	await expect(card(page)).toContainText(/[1-9]\d* xã, phường có đất trong bán kính/);
	await expect(card(page)).toContainText(/\d+ điểm mô hình đang hoạt động trong bán kính/);
	await expectAccessible(page);
	const slider = card(page).getByRole('slider');
	await slider.focus();
	await page.keyboard.press('End');
	const marked = card(page).getByRole('button', { name: /^Đánh dấu \d+ nơi này/ });
	const [count] = /\d+/.exec(await marked.innerText()) ?? [];
	expect(Number(count)).toBeGreaterThan(5);
	await marked.click();
	await expect
		.poll(() => new URL(page.url()).searchParams.get('pick')?.split('.').length)
		.toBe(Number(count));
});

test('keys alone measure: arrows move the map, Enter sets points, Backspace takes one away', async ({
	page
}) => {
	await openMap(page, '/?t=2026-10');
	await page.keyboard.press('m');
	const canvas = mapOf(page).locator('canvas').first();
	await expect(card(page)).toBeVisible();
	await canvas.focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => new URL(page.url()).searchParams.has('at')).toBe(true);
	await page.keyboard.press('Enter');
	await expect(card(page).locator('dd')).toHaveText(/[1-9][\d,.]* km/);
	await page.keyboard.press('Backspace');
	await expect(card(page).locator('dd')).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(card(page)).toHaveCount(0);
});

test('a phone reaches it by its menu', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await openMap(page, '/?t=2026-10');
	await page.getByRole('button', { name: 'Thêm' }).click();
	await page.getByRole('link', { name: 'Đo', exact: true }).click();
	await card(page).getByRole('button', { name: 'Đặt điểm ở giữa' }).click();
	await expect(card(page).getByRole('button', { name: 'Bỏ điểm cuối' })).toBeVisible();
	await expectAccessible(page);
	await card(page).getByRole('button', { name: 'Đóng' }).click();
	await expect(card(page)).toHaveCount(0);
});

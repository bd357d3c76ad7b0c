import type { Locator } from '@playwright/test';
import {
	chooseTheme,
	expectMonth,
	expectQuery,
	legend,
	legendCounts,
	legendEntries,
	legendTotal,
	openMap,
	UNITS
} from './support/province.ts';
import { expectColor, hoverMap, pointOf } from './support/picture.ts';
import { expect, test } from './support/test.ts';

const THEMES = [
	{ name: 'Trạng thái', first: 'Không thuộc diện', title: 'Chú giải' },
	{ name: 'Xu hướng', first: 'Giảm rõ', title: 'Chú giải' },
	{ name: 'Mô hình', first: 'Không có', title: 'Chú giải' },
	{ name: 'Tổng hợp', first: 'Giảm rõ', title: 'Xu hướng (màu nền)' }
];

const swatchColor = (entry: Locator) =>
	entry.locator('.swatch').evaluate((swatch) => getComputedStyle(swatch).backgroundColor);

test('each theme has its own legend, whose counts add up to the communes of the date', async ({
	page
}) => {
	for (const [month, units] of [
		['2019-12', UNITS.first],
		['2023-12', UNITS.second],
		['2026-06', UNITS.today]
	] as const) {
		await openMap(page, `/?t=${month}`);
		await expectMonth(page, month);
		for (const { name, first, title } of THEMES) {
			await chooseTheme(page, name);
			await expect(legendEntries(page).first()).toContainText(first);
			await expect(legend(page).getByRole('heading').first()).toHaveText(title);
			await expect.poll(() => legendTotal(page), { message: `${name} ${month}` }).toBe(units);
		}
	}
});

test('the map paints a commune in the colour that its theme gives it', async ({ page }) => {
	// Mường Nhé is large, and has a class of its own in each theme at this date.
	await openMap(page, '/?t=2023-12');
	const point = await pointOf(page, '2020-01-01', '03160');
	const seen = new Set<string>();
	for (const { name } of THEMES.slice(0, 3)) {
		await chooseTheme(page, name);
		await hoverMap(page, point);
		const entry = legend(page).locator('button.under');
		await expect(entry).toHaveCount(1);
		const color = await swatchColor(entry);
		await page.mouse.move(0, 0);
		await expectColor(page, point, color);
		seen.add(color);
	}
	expect(seen.size).toBe(3);
});

test('models are counted, or set against the population', async ({ page }) => {
	await openMap(page, '/?t=2023-12&theme=sites');
	await expect(legend(page)).toContainText('Số điểm mô hình đang hoạt động.');
	const counted = await legendCounts(page);
	await page.getByLabel('Tính trên 10.000 dân').check();
	await expect(legend(page)).toContainText('Số điểm trên 10.000 dân.');
	await expectQuery(page, 'per', 'people');
	const rates = await legendCounts(page);
	expect([...rates.values()]).not.toEqual([...counted.values()]);
	expect(await legendTotal(page)).toBe(UNITS.second);
	await page.getByLabel('Tính trên 10.000 dân').uncheck();
	await expect.poll(() => legendCounts(page)).toEqual(counted);
	await expectQuery(page, 'per', undefined);
});

test('a trend is measured against the base that was chosen', async ({ page }) => {
	await openMap(page, '/?t=2023-12&theme=trend');
	const base = page.getByLabel('So với');
	const counts = new Set<string>();
	for (const label of ['cùng kỳ', 'trung bình ba năm trước', 'trước khi phê duyệt']) {
		const answered =
			label === 'cùng kỳ'
				? undefined
				: page.waitForResponse((response) => response.url().includes('/matrix/trend'));
		await base.selectOption(label);
		await answered;
		await expect
			.poll(async () => {
				const found = JSON.stringify([...(await legendCounts(page))]);
				return counts.has(found) ? '' : found;
			})
			.not.toBe('');
		counts.add(JSON.stringify([...(await legendCounts(page))]));
		expect(await legendTotal(page)).toBe(UNITS.second);
	}
	await expectQuery(page, 'base', 'before-approval');
	await expect(legendEntries(page).filter({ hasText: 'Chưa từng được phê duyệt' })).toHaveCount(1);
});

test('only the summary fetches what draws its circles', async ({ page }) => {
	const scripts: string[] = [];
	page.on('request', (request) => {
		if (request.resourceType() === 'script') scripts.push(request.url());
	});
	await openMap(page, '/?t=2023-12');
	await chooseTheme(page, 'Xu hướng');
	await chooseTheme(page, 'Mô hình');
	const before = scripts.length;
	await chooseTheme(page, 'Tổng hợp');
	await expect.poll(() => scripts.length).toBeGreaterThan(before);
	await expect(page.locator('#deckgl-overlay')).toBeVisible();
	await expect(legend(page)).toContainText('Vòng tròn: số điểm mô hình đang hoạt động.');
	await expect(legend(page)).toContainText('Trạng thái (đường viền)');
});

import type { Locator } from '@playwright/test';
import {
	chooseTheme,
	expectMonth,
	expectQuery,
	legend,
	legendCounts,
	legendEntries,
	legendTotal,
	openFilters,
	openMap,
	UNITS
} from './support/province.ts';
import { expectColor, hoverMap, pointOf } from './support/picture.ts';
import { expect, test } from './support/test.ts';

const THEMES = [
	{
		name: 'Trạng thái',
		first: /^\s*(Đạt – duy trì|Chưa đạt, đang chuyển hóa|Đề xuất|Không thuộc diện)/
	},
	{ name: 'Xu hướng', first: /^\s*Giảm rõ/ },
	{ name: 'Tổng hợp', first: /^\s*\d+\s*$/ }
];

const swatchColor = (entry: Locator) =>
	entry.evaluate(
		(button) => getComputedStyle(button.querySelector('.swatch') ?? button).backgroundColor
	);

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
		for (const { name, first } of THEMES) {
			await chooseTheme(page, name);
			await expect(legendEntries(page).first()).toHaveText(first);
			// After the merger of the whole province, status is that of the former communes.
			const all = name === 'Trạng thái' && units === UNITS.today ? UNITS.second : units;
			await expect.poll(() => legendTotal(page), { message: `${name} ${month}` }).toBe(all);
		}
	}
});

test('the map paints a commune in the colour that its theme gives it', async ({ page }) => {
	// Mường Nhé is large, and has a class of its own in each theme at this date.
	await openMap(page, '/?t=2023-12');
	const point = await pointOf(page, '2020-01-01', '03160');
	const seen = new Set<string>();
	for (const { name } of THEMES) {
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

test('models are told by type, or set against the population', async ({ page }) => {
	await openMap(page, '/?t=2023-12&theme=sites');
	await expect(page.getByRole('button', { name: /^Tất cả/ })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	await openFilters(page);
	await page.getByLabel('Tính trên 10.000 dân').check();
	await page.keyboard.press('Escape');
	await expect(legend(page)).toContainText('Số điểm trên 10.000 dân.');
	await expectQuery(page, 'per', 'people');
	expect(await legendTotal(page)).toBe(UNITS.second);
});

test('a type of models shows who copied from whom, from the month of the copy on', async ({
	page
}) => {
	await openMap(page, '/?theme=sites');
	await page.getByRole('button', { name: /^Camera an ninh/ }).click();
	await expect(page).toHaveURL(/[?&]model=/);
	await expect(page.locator('.what')).toContainText('27 điểm, 13 điểm học theo nơi khác · 10/2026');
	await expect(page.locator('.what')).toContainText('Loại này có từ 18/04/2018');
	await expect(page.locator('.source-card')).toContainText('3 nơi học theo');
	await page.getByRole('slider').press('Home');
	await expect(page.locator('.what')).not.toContainText('27 điểm');
	await expect(page.locator('.source-card')).toHaveCount(0);
});

test('a trend is measured against the base that was chosen', async ({ page }) => {
	await openMap(page, '/?t=2023-12&theme=trend');
	await openFilters(page);
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

test('only the models fetch what draws their circles', async ({ page }) => {
	const scripts: string[] = [];
	page.on('request', (request) => {
		if (request.resourceType() === 'script') scripts.push(request.url());
	});
	await openMap(page, '/?t=2023-12');
	await chooseTheme(page, 'Xu hướng');
	await chooseTheme(page, 'Tổng hợp');
	const before = scripts.length;
	await chooseTheme(page, 'Mô hình');
	await expect.poll(() => scripts.length).toBeGreaterThan(before);
});

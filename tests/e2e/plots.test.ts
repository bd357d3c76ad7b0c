import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expectNoSideways } from './support/layout.ts';
import { expectQuery, mapIsReady, mapOf, openMap, panel, UNITS } from './support/province.ts';
import { expect, test } from './support/test.ts';

const chart = (page: Page, name: string) => page.getByRole('listbox', { name });
const marked = (page: Page, name: string) =>
	chart(page, name).getByRole('option', { selected: true });
const plots = (page: Page) => page.getByRole('complementary', { name: 'Biểu đồ liên kết' });

/** Opens the map with charts beside it. */
async function openPlots(page: Page, query: string): Promise<void> {
	await openMap(page, `/?t=2026-10&theme=trend&${query}`);
	await expect(plots(page)).toBeVisible();
}

/** The middle of a commune's mark. */
async function markOf(page: Page, name: string, unit: string): Promise<{ x: number; y: number }> {
	const mark = chart(page, name).getByRole('option', { name: unit }).locator('circle');
	await mark.scrollIntoViewIfNeeded();
	const box = (await mark.boundingBox())!;
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Draws a stroke around an element. */
async function drawAround(page: Page, element: Locator): Promise<void> {
	const { x, y, width, height } = (await element.boundingBox())!;
	await page.mouse.move(x + 3, y + 3);
	await page.mouse.down();
	for (const [right, down] of [
		[width - 3, 3],
		[width - 3, height - 3],
		[3, height - 3]
	] as const) {
		await page.mouse.move(x + right, y + down, { steps: 4 });
	}
	await page.mouse.up();
}

test('charts open beside the map and are in the address', async ({ page }) => {
	await openMap(page, '/?t=2026-10');
	await page.getByRole('button', { name: 'Biểu đồ' }).click();
	await expectQuery(page, 'plots', 'distribution.ranking');
	const ranking = chart(page, 'Xếp hạng').getByRole('option');
	await expect(ranking).toHaveCount(UNITS.today);
	await expect(ranking.first()).toHaveAccessibleName(
		/^(Xã|Phường) .+: \d+ vụ, \d+,\d trên 10\.000 dân \(\d+,\d–\d+,\d\); \D+$/
	);
	await plots(page).getByRole('button', { name: 'Khác mức chung' }).click();
	await expectQuery(page, 'plots', 'distribution.funnel.ranking');
	await expect(chart(page, 'Khác mức chung').getByRole('option')).toHaveCount(UNITS.today);
	await plots(page).getByRole('button', { name: 'Đóng' }).click();
	await expect(plots(page)).toHaveCount(0);
});

test('communes without a figure are counted with the reason', async ({ page }) => {
	await openMap(page, '/?t=2026-11&plots=ranking');
	await expect(plots(page)).toContainText('Chưa có số liệu để vẽ vào tháng này.');
	await expect(plots(page)).toContainText(`${UNITS.today} xã không vẽ được: chưa báo cáo.`);
});

test('a click in one chart marks the commune in all, and with Ctrl more of them', async ({
	page
}) => {
	await openPlots(page, 'plots=funnel.ranking');
	const one = await markOf(page, 'Khác mức chung', 'Phường Điện Biên Phủ');
	await page.mouse.click(one.x, one.y);
	await expectQuery(page, 'pick', '03127');
	for (const name of ['Khác mức chung', 'Xếp hạng']) {
		await expect(marked(page, name)).toHaveCount(1);
		await expect(marked(page, name)).toHaveAccessibleName(/^Phường Điện Biên Phủ/);
	}
	const two = await markOf(page, 'Xếp hạng', 'Xã Sín Thầu');
	await page.keyboard.down('Control');
	await page.mouse.click(two.x, two.y);
	await page.keyboard.up('Control');
	await expectQuery(page, 'pick', '03127.03158');
	await expect(marked(page, 'Khác mức chung')).toHaveCount(2);
	await expect(plots(page)).toContainText('Đang chọn 2 xã');
	await page.goBack();
	await expect(marked(page, 'Khác mức chung')).toHaveCount(1);
});

test('a lasso marks what it encloses, on a chart and on the map', async ({ page }) => {
	await openPlots(page, 'plots=distribution.scatter');
	await drawAround(page, chart(page, 'Phân bố'));
	await expect(plots(page)).toContainText(`Đang chọn ${UNITS.today} xã`);
	await expect(marked(page, 'Tỷ lệ và thay đổi')).toHaveCount(UNITS.today);
	await plots(page).getByRole('button', { name: 'Bỏ chọn' }).click();
	await expect(marked(page, 'Phân bố')).toHaveCount(0);
	await page.getByRole('button', { name: 'Khoanh vùng' }).click();
	await drawAround(page, mapOf(page));
	await expect(plots(page)).toContainText(`Đang chọn ${UNITS.today} xã`);
	// The stroke is over, and the map is the map again.
	await expect(page.getByRole('button', { name: 'Khoanh vùng' })).toHaveAttribute(
		'aria-pressed',
		'false'
	);
});

test('keys go through a chart and mark', async ({ page }) => {
	await openPlots(page, 'plots=ranking');
	await chart(page, 'Xếp hạng').focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Space');
	await expect(marked(page, 'Xếp hạng')).toHaveCount(2);
	await expect(chart(page, 'Xếp hạng').getByRole('option').nth(1)).toHaveAttribute(
		'aria-selected',
		'true'
	);
	await page.keyboard.press('Space');
	await expect(marked(page, 'Xếp hạng')).toHaveCount(1);
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await expect(chart(page, 'Xếp hạng').getByRole('option').last()).toHaveAttribute(
		'aria-selected',
		'true'
	);
	await expect(marked(page, 'Xếp hạng')).toHaveCount(1);
});

test('the commune of the panel is marked in the charts', async ({ page }) => {
	await openPlots(page, 'plots=ranking&unit=03158');
	await expect(panel(page)).toBeVisible();
	await expect(marked(page, 'Xếp hạng')).toHaveAccessibleName(/^Xã Sín Thầu/);
});

test('marked communes become a group that outlives the page, and can be deleted and taken back', async ({
	page
}) => {
	await openPlots(page, 'plots=ranking&pick=03127.03158');
	await plots(page).getByRole('button', { name: 'Lưu thành nhóm' }).click();
	await plots(page).getByLabel('Tên nhóm').fill('Ưu tiên');
	await page.keyboard.press('Enter');
	await expect(plots(page)).toContainText('Đã lưu nhóm Ưu tiên');
	await page.goto('/?t=2026-10&plots=ranking');
	await mapIsReady(page);
	await plots(page).getByLabel('Nhóm đã lưu').selectOption('Ưu tiên');
	await expectQuery(page, 'pick', '03127.03158');
	await plots(page).getByRole('button', { name: 'Xóa nhóm Ưu tiên' }).click();
	await expect(plots(page).getByLabel('Nhóm đã lưu')).toHaveCount(0);
	await plots(page).getByRole('button', { name: 'Hoàn tác' }).click();
	await expect(plots(page).getByLabel('Nhóm đã lưu')).toBeVisible();
	// On boundaries where the codes mean others, those are not taken for them.
	await page.goto('/?t=2024-12&plots=ranking');
	await mapIsReady(page);
	await plots(page).getByLabel('Nhóm đã lưu').selectOption('Ưu tiên');
	await expect(plots(page)).toContainText('2 xã không còn trên địa giới đang xem');
	await expectQuery(page, 'pick', undefined);
});

test('marks follow a commune across the reform, and let go of others', async ({ page }) => {
	// 03158 is Leng Su Sìn before the reform and Sín Thầu after.
	await openMap(page, '/?t=2025-06&step=month&plots=ranking&pick=03158');
	await expect(plots(page)).toContainText('Xã Leng Su Sìn');
	await page.getByRole('slider').focus();
	await page.keyboard.press('ArrowRight');
	await expect(plots(page)).toContainText('Chưa chọn xã nào');
});

test('the years stand side by side, and a click in one marks', async ({ page }) => {
	await openPlots(page, 'plots=ranking.years');
	const years = plots(page).locator('figure');
	await expect(years).toHaveCount(10);
	await expect(years.nth(9)).toContainText('2026: ');
	await expect(years.nth(9)).toContainText(/Chưa rõ \d+/);
	const canvas = years.nth(9).locator('canvas');
	await canvas.scrollIntoViewIfNeeded();
	const { width, height } = (await canvas.boundingBox())!;
	await canvas.click({ position: { x: width * 0.6, y: height * 0.5 } });
	await expect(marked(page, 'Xếp hạng')).toHaveCount(1);
});

for (const scheme of ['light', 'dark'] as const) {
	test(`the ${scheme} charts are accessible`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: scheme });
		await openPlots(page, 'plots=distribution.funnel.scatter.ranking.years&pick=03127');
		await expect(plots(page).locator('figure')).toHaveCount(10);
		await expectAccessible(page);
	});
}

test('charts stand below the map on a phone', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await openPlots(page, 'plots=distribution');
	await expectNoSideways(page);
	const map = (await mapOf(page).boundingBox())!;
	const aside = (await plots(page).boundingBox())!;
	expect(map.height).toBeGreaterThan(150);
	expect(aside.y).toBeGreaterThanOrEqual(map.y + map.height - 1);
});

import type { Page } from '@playwright/test';
import { chooseTheme, legend, openMap, slider } from './support/province.ts';
import { expect, test } from './support/test.ts';

const answer = (page: Page) => page.locator('.answer .sentence.long');
const sums = (page: Page) => legend(page).locator('.sum:visible');

test('at the end of the first phase 42 of 44 communes were recognised', async ({ page }) => {
	await openMap(page, '/?t=2020-12');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bao nhiêu xã đã chuyển hóa?');
	await expect(answer(page)).toContainText('44 xã được phê duyệt, 42 đạt (95,45 %)');
	await expect(answer(page)).toContainText('chưa xã nào tái phức tạp');
	await expect(sums(page)).toHaveText(['Đã đạt42', 'Được phê duyệt44']);
});

test('the latest month says who kept it and who relapsed, each with its way to the map', async ({
	page
}) => {
	await openMap(page);
	await expect(answer(page)).toContainText('39 giữ được, 3 tái phức tạp');
	for (const name of ['Noong Bua', 'Sín Thầu', 'Mường Đăng']) {
		await expect(answer(page).getByRole('button', { name })).toBeVisible();
	}
	await answer(page).getByRole('button', { name: '3 tái phức tạp' }).click();
	await expect(page.locator('.chips')).toContainText('Chỉ xem: Tái phức tạp');
	await expect(answer(page)).toContainText('Đang xem 3 trong 129 xã');
	await page.getByRole('button', { name: /^Bỏ “Tái phức tạp/ }).click();
	await expect(answer(page)).toContainText('39 giữ được');
});

test('crimes are compared only once there are two years of reports', async ({ page }) => {
	await openMap(page, '/?t=2018-11&step=month&theme=trend');
	await expect(answer(page)).toHaveText('Chưa đủ 24 tháng số liệu để so sánh.');
	await slider(page).press('ArrowRight');
	await expect(answer(page)).toContainText(/[\d.]+ vụ trong 12 tháng, cùng kỳ [\d.]+/);
	await slider(page).press('End');
	await expect(answer(page)).toContainText(
		/trong mức dự kiến|thấp hơn mức dự kiến|cao hơn mức dự kiến/
	);
	await slider(page).press('ArrowRight');
	await expect(answer(page)).toHaveText('Tháng 11/2026 chưa có báo cáo.');
});

test('before the programme listed anyone the answer says so', async ({ page }) => {
	await openMap(page, '/?t=2017-01');
	await expect(answer(page)).toHaveText('Chưa có xã nào được phê duyệt đến 01/2017.');
});

test('the answer on models has the sum over the types', async ({ page }) => {
	await openMap(page);
	await chooseTheme(page, 'Mô hình');
	await expect(answer(page)).toContainText('263 điểm đang hoạt động thuộc 11 loại');
	const rows = page.locator('.whole section li button');
	await expect(rows).toHaveCount(12);
	const counts = await rows.evaluateAll((buttons) =>
		buttons.map((button) => {
			const numbers = button.textContent?.match(/\d+/g) ?? [];
			return Number(numbers.at(-2));
		})
	);
	expect(counts[0]).toBe(263);
	expect(counts.slice(1).reduce((sum, count) => sum + count, 0)).toBe(263);
});

test('the other themes are told in one line each, and lead there', async ({ page }) => {
	await openMap(page);
	const others = page.locator('.foot dl');
	await expect(others).toContainText(/Phạm pháp\s*[\d.]+ vụ trong 12 tháng, cùng kỳ [\d.]+/);
	await expect(others).toContainText('263 điểm đang hoạt động');
	await others.getByRole('button', { name: '263 điểm' }).click();
	await expect(page.getByRole('radio', { name: 'Mô hình' })).toBeChecked();
});

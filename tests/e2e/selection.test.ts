import { hoverMap, pointOf } from './support/picture.ts';
import { expectQuery, mapOf, openMap, openTable, panel } from './support/province.ts';
import { expect, test } from './support/test.ts';

test('a click on a commune opens its panel, a click beside the province closes it', async ({
	page
}) => {
	await openMap(page, '/?t=2023-12');
	const point = await pointOf(page, '2020-01-01', '03160');
	await hoverMap(page, point);
	await expect(mapOf(page).locator('.card')).toContainText('Xã Mường Nhé');
	await page.mouse.click(point.x, point.y);
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Xã Mường Nhé');
	await expectQuery(page, 'unit', '03160');
	const box = (await mapOf(page).boundingBox())!;
	await page.mouse.click(box.x + 40, box.y + 40);
	await expect(panel(page)).toHaveCount(0);
	await expectQuery(page, 'unit', undefined);
});

test('Escape closes the panel, and so does its button', async ({ page }) => {
	await openTable(page, '?t=2023-12&unit=03160');
	await expect(panel(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(panel(page)).toHaveCount(0);
	await expectQuery(page, 'unit', undefined);
	await page.goBack();
	await expect(panel(page)).toBeVisible();
	await panel(page).getByRole('button', { name: 'Đóng' }).click();
	await expect(panel(page)).toHaveCount(0);
});

test('the panel tells the status, and by which documents it came about', async ({ page }) => {
	await openTable(page, '?t=2020-12&unit=03124');
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Phường Noong Bua');
	await expect(panel(page)).toContainText('Thành phố Điện Biên Phủ');
	await panel(page).getByRole('tab', { name: 'Lịch sử' }).click();
	const record = panel(page).locator('section', { hasText: 'Lịch sử trạng thái' });
	await expect(record).toContainText('Trật tự, an toàn xã hội');
	const events = record.getByRole('listitem');
	await expect(events.first()).toContainText('Đang khảo sát, rà soát');
	await expect(events.first()).toContainText('25/03/2017');
	await expect(events.first()).toContainText('MH-016/KH-CAT (minh họa)');
	await expect(events.first()).toContainText('Giám đốc Công an tỉnh');
	const documents = await events.locator('small').allTextContents();
	expect(documents.filter((text) => text.includes('(minh họa)')).length).toBeGreaterThan(4);
	await expect(page.locator('.pill')).toHaveText('Số liệu minh họa');
});

test('the panel shows the trend with its uncertainty', async ({ page }) => {
	await openTable(page, '?t=2023-12&unit=03124');
	const trend = panel(page).locator('section', { hasText: 'Phạm pháp hình sự 12 tháng' });
	await expect(trend).toContainText(/12 tháng đến 12\/2023: \d+ vụ; cùng kỳ: \d+ vụ/);
	await expect(trend).toContainText(
		/mức hiện nay bằng khoảng \d+ % mức trước \(từ \d+ % đến \d+ %\)/
	);
	await expect(trend).toContainText('mặt bằng chung của tỉnh');
	await expect(trend).not.toContainText(/thành công/);
	await expect(trend.getByRole('row', { name: /Hiện tại/ })).toContainText(/\(\d+,\d–\d+,\d\)/);
});

test('the panel shows three series, and all of them when asked', async ({ page }) => {
	await openTable(page, '?t=2023-12&unit=03124');
	await panel(page).getByRole('tab', { name: 'Biểu đồ' }).click();
	const series = panel(page).locator('section', { hasText: 'Chỉ tiêu theo thời gian' });
	await expect(series.getByRole('img')).toHaveCount(3);
	await expect(series.getByRole('img').first()).toHaveAccessibleName(/\(\d\d\/2023\)$/);
	const more = series.getByRole('button', { name: /^Hiện tất cả \d+ chỉ tiêu$/ });
	const count = Number(/\d+/.exec((await more.textContent()) ?? '')?.[0]);
	await more.click();
	await expect(series.getByRole('img')).toHaveCount(count);
	await series.getByRole('button', { name: 'Thu gọn' }).click();
	await expect(series.getByRole('img')).toHaveCount(3);
});

test('the panel counts types, sites and teams of models', async ({ page }) => {
	await openTable(page, '?t=2023-12&unit=03142');
	await panel(page)
		.getByRole('tab', { name: /^Mô hình/ })
		.click();
	const models = panel(page).locator('section', { hasText: /điểm, [\d.]+ tổ/ });
	const [, sites] = /loại, (\d+) điểm/.exec((await models.textContent()) ?? '') ?? [];
	await expect(models.getByRole('listitem')).toHaveCount(Number(sites));
	await expect(models.getByRole('listitem').first()).toContainText(/từ \d\d\/\d\d\/20\d\d/);
});

test('a commune that was never on a list says so', async ({ page }) => {
	await openTable(page, '?t=2023-12&unit=03160');
	await panel(page).getByRole('tab', { name: 'Lịch sử' }).click();
	await expect(panel(page)).toContainText('Chưa từng thuộc diện chuyển hóa.');
});

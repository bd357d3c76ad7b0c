import { currentMonth, openTable, slider, tableRows } from './support/province.ts';
import { expect, test } from './support/test.ts';

test('at the end of the first phase 42 of 44 communes were recognised', async ({ page }) => {
	await openTable(page, '?t=2020-12');
	const headlines = page.locator('dl');
	await expect(headlines).toContainText('42/44');
	await expect(headlines).toContainText('95,45 %');
	await expect(headlines).toContainText('trong đó tái phức tạp: 0');
});

test('crimes are compared only once there are two years of reports', async ({ page }) => {
	await openTable(page, '?t=2018-11&step=month');
	const crimes = page.locator('dl > div', { hasText: 'Phạm pháp hình sự' });
	for (const key of ['Home', 'PageUp', 'PageUp']) {
		await expect(crimes.locator('b')).toHaveText('–');
		await expect(crimes).toContainText('Chưa đủ hai kỳ để so sánh');
		await slider(page).press(key);
	}
	await slider(page).press('ArrowLeft');
	await expect(crimes.locator('b')).toHaveText(/^([−+][\d,.]+|0) %$/);
	await expect(crimes).toContainText(/[\d.]+ vụ trong 12 tháng đến 12\/2018;/);
	await expect(crimes).toContainText('so với cùng kỳ');
	await slider(page).press('End');
	await expect(crimes.locator('b')).toHaveText('–');
	await expect(crimes).toContainText('Chưa báo cáo');
});

test('before the programme listed anyone the headline says so', async ({ page }) => {
	await openTable(page, '?t=2017-01');
	await expect(page.locator('dl')).toContainText('0/0');
	await expect(page.locator('dl')).toContainText('chưa có xã nào được phê duyệt');
	await expect(page.locator('dl')).not.toContainText('NaN');
});

test('the headline of models is the sum over the communes', async ({ page }) => {
	await openTable(page, `?t=${currentMonth()}`);
	const text = await page.locator('dl > div', { hasText: 'Mô hình' }).locator('b').textContent();
	const sites = tableRows(page).locator('td:nth-child(6)');
	await expect(sites).toHaveCount(45);
	const sum = (await sites.allTextContents()).reduce((total, each) => total + Number(each), 0);
	expect(sum).toBe(Number(text?.replace('.', '')));
});

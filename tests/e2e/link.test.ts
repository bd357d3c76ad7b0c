import {
	chooseTheme,
	expectMonth,
	expectQuery,
	LAST_REPORTED,
	openSearch,
	legendEntry,
	openFilters,
	openMap,
	openTable,
	panel,
	slider,
	tableRows
} from './support/province.ts';
import { expect, test } from './support/test.ts';

test('the address holds the whole view, and reloading brings it back', async ({ page }) => {
	await openMap(page);
	await slider(page).press('ArrowLeft');
	await chooseTheme(page, 'Xu hướng');
	await page.getByLabel('Diện chuyển hóa').selectOption('MATUY');
	await page.getByRole('button', { name: 'tháng', exact: true }).click();
	await openFilters(page);
	await page.getByLabel('So với').selectOption('trung bình ba năm trước');
	await page.getByLabel(/^Huyện cũ/).selectOption('Huyện Mường Nhé');
	await page.keyboard.press('Escape');
	await legendEntry(page, 'Chưa rõ').click();
	for (const [name, value] of [
		['t', '2025-12'],
		['theme', 'trend'],
		['base', 'three-years'],
		['track', 'MATUY'],
		['step', 'month'],
		['district', 'Huyện Mường Nhé'],
		['class', '22']
	] as const) {
		await expectQuery(page, name, value);
	}
	await page.reload();
	await expectMonth(page, '2025-12');
	await expect(page.getByRole('radio', { name: 'Xu hướng' })).toBeChecked();
	await expect(page.getByLabel('Diện chuyển hóa')).toHaveValue('MATUY');
	await openFilters(page);
	await expect(page.getByLabel('So với')).toHaveValue('three-years');
	await expect(page.getByLabel(/^Huyện cũ/)).toHaveValue('Huyện Mường Nhé');
	await page.keyboard.press('Escape');
	await expect(legendEntry(page, 'Chưa rõ')).toHaveAttribute('aria-pressed', 'true');
	await expect(page.getByRole('button', { name: 'tháng', exact: true })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
});

test('what is the default does not stand in the address', async ({ page }) => {
	await openMap(page);
	await chooseTheme(page, 'Mô hình');
	await expectQuery(page, 'theme', 'sites');
	await chooseTheme(page, 'Trạng thái');
	await expect.poll(() => new URL(page.url()).search).toBe('');
});

test('a link that someone sent opens the same view', async ({ page }) => {
	await openTable(
		page,
		`?t=2020-12&theme=status&unit=03124&class=6&district=${encodeURIComponent('Thành phố Điện Biên Phủ')}`
	);
	await expectMonth(page, '2020-12');
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Phường Noong Bua');
	for (const row of await tableRows(page).all()) {
		await expect(row).toContainText('Đạt – duy trì');
	}
});

test('Back returns through themes and selections, but not through every month', async ({
	page
}) => {
	await openMap(page, '/?t=2023-12');
	await page.getByRole('radio', { name: 'Xu hướng' }).check();
	await expectQuery(page, 'theme', 'trend');
	await slider(page).press('ArrowLeft');
	await slider(page).press('ArrowLeft');
	await expectQuery(page, 't', '2021-12');
	await (await openSearch(page)).fill('03160');
	await page.keyboard.press('Enter');
	await expect(panel(page)).toBeVisible();
	await page.goBack();
	await expect(panel(page)).toHaveCount(0);
	await expectMonth(page, '2021-12');
	await expect(page.getByRole('radio', { name: 'Xu hướng' })).toBeChecked();
	await page.goBack();
	await expect(page.getByRole('radio', { name: 'Trạng thái' })).toBeChecked();
	await page.goForward();
	await page.goForward();
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Xã Mường Nhé');
});

test('the table and the map show one view', async ({ page }) => {
	await openMap(page, '/?t=2023-12&theme=sites&unit=03160');
	await page.getByRole('link', { name: 'Bảng', exact: true }).click();
	await expectMonth(page, '2023-12');
	await expect(tableRows(page).first()).toBeVisible();
	await expect(panel(page)).toBeVisible();
	await expectQuery(page, 'theme', 'sites');
	await page.getByRole('link', { name: 'Bản đồ', exact: true }).click();
	await expect(page.getByRole('radio', { name: 'Mô hình' })).toBeChecked();
	await expect(panel(page)).toBeVisible();
});

test('leaving for the table at once does not lose the month just chosen', async ({ page }) => {
	await openMap(page, '/?t=2023-12');
	await slider(page).press('ArrowLeft');
	await page.getByRole('link', { name: 'Bảng', exact: true }).click();
	await expectMonth(page, '2022-12');
	await expect(tableRows(page).first()).toBeVisible();
	await expectQuery(page, 't', '2022-12');
	expect(new URL(page.url()).pathname).toBe('/table');
});

test('a month just chosen does not call the reader back while the next page loads', async ({
	page
}) => {
	await openMap(page, '/?t=2023-12');
	let answer = () => {};
	const held = new Promise<void>((resolve) => (answer = resolve));
	await page.route('**/table*', async (route) => {
		await held;
		await route.continue();
	});
	await page.clock.install();
	await slider(page).press('ArrowLeft');
	await page.getByRole('link', { name: 'Bảng', exact: true }).click();
	await page.clock.runFor(1000);
	answer();
	await expectMonth(page, '2022-12');
	await expect(tableRows(page).first()).toBeVisible();
});

test('parameters that mean nothing fall back to the default', async ({ page }) => {
	for (const query of [
		't=2023-13&theme=%00&base=x&track=NOPE&unit=99999&class=abc.-1.9999&step=day&per=cent',
		't=&theme=&unit=&class=...&district=Huy%E1%BB%87n',
		't=%3Cscript%3E&unit=%27%3B--&constructor=1'
	]) {
		await openMap(page, `/?${query}`);
		await expectMonth(page, LAST_REPORTED);
		await expect(page.getByRole('radio', { name: 'Trạng thái' })).toBeChecked();
		await expect(panel(page)).toHaveCount(0);
	}
});

test('months beyond the timeline stop at its ends', async ({ page }) => {
	await openTable(page, '?t=1999-01');
	await expectMonth(page, '2017-01');
	await openTable(page, '?t=2999-12');
	await expect(slider(page)).toHaveAttribute(
		'aria-valuenow',
		(await slider(page).getAttribute('aria-valuemax')) ?? ''
	);
});

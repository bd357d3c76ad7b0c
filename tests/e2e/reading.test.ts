import {
	expectMonth,
	expectQuery,
	legendTotal,
	mapIsReady,
	openFilters,
	openMap,
	openTable,
	panel,
	tableRows
} from './support/province.ts';
import { hoverMap, pointOf } from './support/picture.ts';
import { expect, test } from './support/test.ts';

const READING = /^Ranh giới/;

test('history can be read on today’s boundaries, and the address says so', async ({ page }) => {
	await openMap(page, '/?t=2019-06&step=month');
	await expect.poll(() => legendTotal(page)).toBe(130);
	await openFilters(page);
	await page.getByRole('combobox', { name: READING }).selectOption('today');
	await page.keyboard.press('Escape');
	await expectQuery(page, 'on', 'today');
	// Their former communes of then are told, each with its state.
	await expect(page.locator('.legend h3').first()).toContainText('130 xã cũ');
	await mapIsReady(page);
	await expect(page.getByText(/Cộng số liệu các xã cũ trên ranh giới 01\/07\/2025/)).toBeVisible();
	await page.reload();
	await mapIsReady(page);
	await expect(page.locator('.legend h3').first()).toContainText('130 xã cũ');
	await page.goBack();
	await expect(page.locator('.legend h3').first()).toContainText('130 xã, phường, thị trấn');
});

test('a merged commune says what it was made of at that time', async ({ page }) => {
	await openMap(page, '/?t=2021-12&on=today');
	const { units } = (await (
		await page.request.get('/api/frames/2025-07-01/units?all=1')
	).json()) as {
		units: { code: string; makeup: { from: number; members: { status: string }[] }[] }[];
	};
	const month = 2021 * 12 + 11;
	const mixed = units.find(({ makeup }) => {
		const members = makeup.findLast(({ from }) => from <= month)?.members ?? [];
		return new Set(members.map(({ status }) => status)).size > 1;
	})!;
	const members = mixed.makeup.findLast(({ from }) => from <= month)!.members;
	const met = members.filter(({ status }) => status === 'met' || status === 'exited').length;
	await hoverMap(page, await pointOf(page, '2025-07-01', mixed.code));
	await expect(page.locator('.card')).toContainText(`${met} trong ${members.length} xã cũ đã đạt`);
});

test('figures of today are not split back onto old boundaries', async ({ page }) => {
	await openMap(page, '/?t=2026-06&on=2020-01-01&step=month');
	await expect(page.locator('.answer')).toContainText(
		'Số liệu của 45 xã không chia được về 129 xã cũ.'
	);
	await page.getByRole('button', { name: 'Về 06/2025' }).click();
	await expectMonth(page, '2025-06');
	await expect.poll(() => legendTotal(page)).toBe(129);
});

test('the table and its download follow the reading', async ({ page }) => {
	await openTable(page, '?t=2019-06&on=today');
	await expect(tableRows(page)).toHaveCount(45);
	await expect(tableRows(page).first().locator('.swatch').first()).toBeVisible();
	const csv = await (await page.request.get('/export/table.csv?t=2019-06&on=today')).text();
	expect(csv).toContain('# Cách đọc lịch sử: Cộng số liệu các xã cũ trên ranh giới 01/07/2025');
	expect(
		csv
			.trim()
			.split('\r\n')
			.filter((line) => !/^\uFEFF?#/.test(line))
	).toHaveLength(46);
	const reported = await (await page.request.get('/export/table.csv?t=2019-06')).text();
	expect(reported).toContain('# Cách đọc lịch sử: Như khi báo cáo');
});

test('a commune’s lineage is drawn', async ({ page }) => {
	await openMap(page, '/?t=2026-06&unit=03127');
	await panel(page).getByRole('tab', { name: 'Lịch sử' }).click();
	const shown = panel(page).getByRole('tabpanel');
	await expect(shown.locator('svg rect').first()).toBeVisible();
	expect(await shown.locator('svg path').count()).toBeGreaterThan(5);
});

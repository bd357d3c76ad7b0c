import {
	CHANGE_2020,
	CHANGE_2025,
	crossing,
	expectMonth,
	expectQuery,
	legendTotal,
	mapIsReady,
	openMap,
	panel,
	slider,
	UNITS
} from './support/province.ts';
import { expect, test } from './support/test.ts';

const CHANGES = [
	{
		...CHANGE_2020,
		units: [UNITS.first, UNITS.second],
		words: 'Từ 01/01/2020: 130 → 129 xã, phường, thị trấn.'
	},
	{
		...CHANGE_2025,
		units: [UNITS.second, UNITS.today],
		words: 'Từ 01/07/2025: 129 → 45 xã, phường, thị trấn.'
	}
];

for (const { before, after, units, words } of CHANGES) {
	test(`crossing ${after} says what changed, in both directions`, async ({ page }) => {
		await openMap(page, `/?t=${before}&step=month`);
		await expect.poll(() => legendTotal(page)).toBe(units[0]);
		await expect(crossing(page)).toBeEmpty();
		await slider(page).press('ArrowRight');
		await expectMonth(page, after);
		await expect(crossing(page)).toHaveText(words);
		await expect(crossing(page)).toBeVisible();
		await expect.poll(() => legendTotal(page)).toBe(units[1]);
		await mapIsReady(page);
		await slider(page).press('ArrowLeft');
		await expectMonth(page, before);
		await expect(crossing(page)).toHaveText(`Về trước mốc sắp xếp. ${words}`);
		await expect.poll(() => legendTotal(page)).toBe(units[0]);
		await slider(page).press('ArrowLeft');
		await expect(crossing(page)).toBeEmpty();
	});
}

test('a code that became another commune does not carry the selection over', async ({ page }) => {
	await openMap(page, '/?t=2025-06&step=month&unit=03158');
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Xã Leng Su Sìn');
	await slider(page).press('ArrowRight');
	await expectMonth(page, '2025-07');
	await expect(panel(page)).toHaveCount(0);
	await expectQuery(page, 'unit', undefined);
});

test('a code that was another commune does not carry the selection back', async ({ page }) => {
	await openMap(page, '/?t=2025-07&step=month&unit=03158');
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Xã Sín Thầu');
	await slider(page).press('ArrowLeft');
	await expectMonth(page, '2025-06');
	await expect(panel(page)).toHaveCount(0);
	await expectQuery(page, 'unit', undefined);
});

test('going back over a merger brings the commune of that time again, never its namesake', async ({
	page
}) => {
	await page.addInitScript(() => {
		const seen = new Set<string>();
		Object.assign(window, { seen });
		new MutationObserver(() => {
			const title = document.querySelector('aside h2')?.textContent;
			if (title) seen.add(title);
		}).observe(document, { childList: true, subtree: true, characterData: true });
	});
	await openMap(page, '/?t=2025-06&step=month&unit=03158');
	await expect(panel(page)).toBeVisible();
	await slider(page).press('ArrowRight');
	await expect(panel(page)).toHaveCount(0);
	await expectQuery(page, 't', '2025-07');
	await page.goBack();
	await expectMonth(page, '2025-06');
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Xã Leng Su Sìn');
	const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
	expect(seen).toEqual(['Xã Leng Su Sìn']);
});

test('a commune that kept name and code stays selected', async ({ page }) => {
	await openMap(page, '/?t=2025-06&step=month&unit=03160');
	const title = panel(page).getByRole('heading', { level: 2 });
	await expect(title).toHaveText('Xã Mường Nhé');
	await expect(panel(page)).toContainText('Huyện Mường Nhé');
	await slider(page).press('ArrowRight');
	await mapIsReady(page);
	await expect(title).toHaveText('Xã Mường Nhé');
	await expect(panel(page)).toContainText('từ 01/07/2025');
	await expectQuery(page, 'unit', '03160');
});

test('the panel of a merged commune shows what it was made of, and by which resolution', async ({
	page
}) => {
	await openMap(page, '/?t=2025-07&unit=03158');
	await expect(panel(page).locator('p', { hasText: 'Gộp từ:' })).toBeVisible();
	const merged = panel(page)
		.locator('section', { hasText: 'Tên và mã qua các thời kỳ' })
		.getByRole('listitem')
		.filter({ hasText: '1661/NQ-UBTVQH15' });
	await expect(merged).toHaveCount(3);
	for (const former of ['Xã Sín Thầu', 'Xã Sen Thượng', 'Xã Leng Su Sìn']) {
		await expect(merged.filter({ hasText: former })).toContainText('Huyện Mường Nhé');
	}
});

test('the composition of a merged commune counts all its former ones', async ({ page }) => {
	await openMap(page, '/?t=2025-07&unit=03158');
	const text = (await panel(page).locator('p', { hasText: 'Gộp từ:' }).textContent()) ?? '';
	expect(text).toMatch(/\d\/3 xã cũ đạt/);
	for (const former of ['Sín Thầu', 'Sen Thượng', 'Leng Su Sìn']) expect(text).toContain(former);
});

test('a commune of 2019 says what it became', async ({ page }) => {
	await openMap(page, '/?t=2019-12&unit=03144');
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(/Tà Lèng$/);
	const lineage = panel(page).locator('section', { hasText: 'Tên và mã qua các thời kỳ' });
	await expect(lineage).toContainText('Về sau');
	const line = lineage.getByRole('listitem').filter({ hasText: 'Thanh Minh' });
	await expect(line).toContainText('815/NQ-UBTVQH14');
});

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
		words: '01/01/2020: 130 xã, phường, thị trấn sắp xếp thành 129 xã, phường, thị trấn',
		back: 'Trước 01/01/2020: 130 xã, phường, thị trấn'
	},
	{
		...CHANGE_2025,
		// Status is that of the former communes: nothing that was told before is lost.
		units: [UNITS.second, UNITS.second],
		words: '01/07/2025: 129 xã, phường, thị trấn sắp xếp thành 45 xã, phường',
		back: 'Trước 01/07/2025: 129 xã, phường, thị trấn'
	}
];

for (const { before, after, units, words, back } of CHANGES) {
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
		await expect(crossing(page)).toHaveText(back);
		await expect.poll(() => legendTotal(page)).toBe(units[0]);
		await slider(page).press('ArrowLeft');
		await expect(crossing(page)).toBeEmpty();
	});
}

test('a selected commune is handed to the one that its land lies in, and back', async ({
	page
}) => {
	await openMap(page, '/?t=2025-06&step=month&unit=03165');
	const title = panel(page).getByRole('heading', { level: 2 });
	await expect(title).toHaveText('Xã Pa Tần');
	await slider(page).press('ArrowRight');
	await expectMonth(page, '2025-07');
	await expect(title).toHaveText('Xã Mường Chà');
	await expect(panel(page)).toContainText(
		'Bạn chọn Xã Pa Tần (đến 30/06/2025), nay thuộc Xã Mường Chà.'
	);
	await expectQuery(page, 'unit', '03166');
	await expectQuery(page, 'as', '03165');
	await slider(page).press('ArrowLeft');
	await expect(title).toHaveText('Xã Pa Tần');
	await slider(page).press('ArrowRight');
	await panel(page).getByRole('button', { name: 'Về Pa Tần, 06/2025' }).click();
	await expectMonth(page, '2025-06');
	await expect(title).toHaveText('Xã Pa Tần');
});

test('a code that became another commune is never mistaken for it', async ({ page }) => {
	await openMap(page, '/?t=2025-06&step=month&unit=03166');
	const title = panel(page).getByRole('heading', { level: 2 });
	await expect(title).toHaveText('Xã Chà Cang');
	await slider(page).press('ArrowRight');
	await expect(title).toHaveText('Xã Mường Chà');
	await expect(panel(page)).toContainText('Bạn chọn Xã Chà Cang (đến 30/06/2025)');
});

test('back over a merger a merged commune asks which of its former ones is meant', async ({
	page
}) => {
	await openMap(page, '/?t=2025-07&step=month&unit=03158');
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Xã Sín Thầu');
	await slider(page).press('ArrowLeft');
	await expectMonth(page, '2025-06');
	await expect(panel(page)).toHaveCount(0);
	const choices = page.locator('.choices');
	await expect(choices).toContainText('Trước 01/07/2025, Xã Sín Thầu gồm nhiều xã, chọn một:');
	await choices.getByRole('button', { name: 'Xã Sen Thượng' }).click();
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Xã Sen Thượng');
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
	await panel(page).getByRole('tab', { name: 'Lịch sử' }).click();
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
	await expect(panel(page)).toContainText(/\d trong 3 xã cũ đã đạt/);
	const strips = panel(page).locator('section', { hasText: 'Gộp từ 3 xã cũ' });
	for (const former of ['Sín Thầu', 'Sen Thượng', 'Leng Su Sìn']) {
		await expect(strips.getByRole('listitem').filter({ hasText: former })).toBeVisible();
	}
});

test('a commune of 2019 says what it became', async ({ page }) => {
	await openMap(page, '/?t=2019-12&unit=03144');
	await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(/Tà Lèng$/);
	await panel(page).getByRole('tab', { name: 'Lịch sử' }).click();
	const lineage = panel(page).locator('section', { hasText: 'Tên và mã qua các thời kỳ' });
	await expect(lineage).toContainText('Về sau');
	const line = lineage.getByRole('listitem').filter({ hasText: 'Thanh Minh' });
	await expect(line).toContainText('815/NQ-UBTVQH14');
});

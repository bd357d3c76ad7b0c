import type { Page } from '@playwright/test';
import {
	currentMonth,
	expectMonth,
	expectQuery,
	LAST_REPORTED,
	monthsIn,
	openMap,
	openTable,
	slider
} from './support/province.ts';
import { expect, test } from './support/test.ts';

/** The middle of a month on the track. */
async function placeOf(page: Page, month: string): Promise<{ x: number; y: number }> {
	const box = (await slider(page).boundingBox())!;
	const months = Number(await slider(page).getAttribute('aria-valuemax')) + 1;
	const share = (monthsIn(month) + 0.5) / months;
	return { x: box.x + share * box.width, y: box.y + box.height / 2 };
}

async function clickMonth(page: Page, month: string): Promise<void> {
	const { x, y } = await placeOf(page, month);
	await page.mouse.click(x, y);
}

test('the map opens at the latest month that was reported', async ({ page }) => {
	await openMap(page);
	await expectMonth(page, LAST_REPORTED);
	await expect(slider(page)).toHaveAttribute('aria-valuemax', String(monthsIn(currentMonth())));
});

test('a click on the track goes to that month, or in year steps to the end of its year', async ({
	page
}) => {
	await openMap(page);
	await clickMonth(page, '2021-04');
	await expectMonth(page, '2021-12');
	await page.getByRole('button', { name: 'tháng', exact: true }).click();
	await clickMonth(page, '2021-04');
	await expectMonth(page, '2021-04');
	await expectQuery(page, 't', '2021-04');
	await expectQuery(page, 'step', 'month');
});

test('dragging moves through the months until the button is let go', async ({ page }) => {
	await openMap(page, '/?step=month');
	const [from, middle, to, beyond] = await Promise.all(
		['2018-03', '2022-07', '2024-05', '2019-01'].map((month) => placeOf(page, month))
	);
	await page.mouse.move(from!.x, from!.y);
	await page.mouse.down();
	await expectMonth(page, '2018-03');
	await page.mouse.move(middle!.x, middle!.y);
	await expectMonth(page, '2022-07');
	// Above the track it still follows.
	await page.mouse.move(to!.x, to!.y - 200, { steps: 4 });
	await expectMonth(page, '2024-05');
	await page.mouse.up();
	await page.mouse.move(beyond!.x, beyond!.y);
	await expectMonth(page, '2024-05');
});

test('dragging beyond the ends stops at the ends', async ({ page }) => {
	await openMap(page, '/?step=month');
	const { x, y } = await placeOf(page, '2020-06');
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(1, y);
	await expectMonth(page, '2017-01');
	await page.mouse.move(1365, y);
	await expectMonth(page, currentMonth());
	await page.mouse.up();
});

test('the keyboard steps by years, and says each month in words', async ({ page }) => {
	await openTable(page, '?t=2021-05');
	await slider(page).focus();
	for (const [key, month] of [
		['ArrowRight', '2021-12'],
		['ArrowUp', '2022-12'],
		['ArrowLeft', '2021-12'],
		['ArrowDown', '2020-12'],
		['PageUp', '2021-12'],
		['PageDown', '2020-12'],
		['Home', '2017-01'],
		['ArrowLeft', '2017-01'],
		['PageDown', '2017-01'],
		['ArrowRight', '2017-12'],
		['End', LAST_REPORTED],
		['ArrowRight', currentMonth()],
		['ArrowRight', currentMonth()]
	] as const) {
		await page.keyboard.press(key);
		await expectMonth(page, month);
	}
	await page.keyboard.press('ArrowLeft');
	await expect(slider(page)).toHaveAttribute(
		'aria-valuetext',
		/^12\/\d{4} · [\d.]+ vụ \(cùng kỳ [\d.]+\)$/
	);
});

test('the keyboard steps by months', async ({ page }) => {
	await openTable(page, '?t=2021-11&step=month');
	await slider(page).focus();
	for (const [key, month] of [
		['ArrowRight', '2021-12'],
		['ArrowRight', '2022-01'],
		['ArrowLeft', '2021-12'],
		['PageUp', '2022-12'],
		['PageDown', '2021-12']
	] as const) {
		await page.keyboard.press(key);
		await expectMonth(page, month);
	}
});

test('the month that is now says that it is not reported yet', async ({ page }) => {
	await openMap(page);
	await slider(page).press('End');
	await expectMonth(page, LAST_REPORTED);
	await slider(page).press('ArrowRight');
	await expectMonth(page, currentMonth());
	await expect(page.locator('.timeline output')).toContainText('Chưa báo cáo');
	await expect(slider(page)).toHaveAttribute('aria-valuetext', / · chưa báo cáo$/);
	await expect(page.getByRole('radio', { name: 'Trạng thái' })).toBeChecked();
	await page.getByRole('radio', { name: 'Xu hướng' }).check();
	await expect(
		page
			.getByRole('region', { name: 'Chú giải' })
			.getByRole('button', { name: /^Chưa báo cáo 45$/ })
	).toBeVisible();
});

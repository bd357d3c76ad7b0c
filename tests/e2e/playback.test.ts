import type { Page } from '@playwright/test';
import {
	crossing,
	currentMonth,
	expectMonth,
	LAST_REPORTED,
	openTable
} from './support/province.ts';
import { expect, test } from './support/test.ts';

const YEAR_MS = 1400;
const MONTH_MS = 350;
const CHANGE_MS = 3000;

/** Opens a view whose clock stands still from then on, until the test moves it. */
async function openWithClock(page: Page, query: string): Promise<void> {
	await page.clock.install();
	await openTable(page, query);
	await page.clock.pauseAt(Date.now() + 60_000);
}

const play = (page: Page) => page.getByRole('button', { name: 'Phát' });
const stop = (page: Page) => page.getByRole('button', { name: 'Dừng' });

test('playing goes on a year at a time, until it is stopped', async ({ page }) => {
	await openWithClock(page, '?t=2021-12');
	await play(page).click();
	await expect(stop(page)).toHaveAttribute('aria-pressed', 'true');
	await page.clock.runFor(YEAR_MS - 50);
	await expectMonth(page, '2021-12');
	await page.clock.runFor(50);
	await expectMonth(page, '2022-12');
	await page.clock.runFor(YEAR_MS);
	await expectMonth(page, '2023-12');
	await stop(page).click();
	await expect(play(page)).toHaveAttribute('aria-pressed', 'false');
	await page.clock.runFor(10 * YEAR_MS);
	await expectMonth(page, '2023-12');
});

test('playing by months takes each month', async ({ page }) => {
	await openWithClock(page, '?t=2021-11&step=month');
	await play(page).click();
	for (const month of ['2021-12', '2022-01', '2022-02']) {
		await page.clock.runFor(MONTH_MS);
		await expectMonth(page, month);
	}
});

test('the speed holds from the next step', async ({ page }) => {
	await openWithClock(page, '?t=2020-12');
	for (const speed of ['1', '2']) {
		await page.getByRole('button', { name: `Tốc độ ${speed}×` }).click();
	}
	await play(page).click();
	await page.clock.runFor(YEAR_MS / 4);
	await expectMonth(page, '2021-12');
	await page.getByRole('button', { name: 'Tốc độ 4×' }).click();
	await expect(page.getByRole('button', { name: 'Tốc độ 0.5×' })).toBeVisible();
	await page.clock.runFor(YEAR_MS / 4);
	await expectMonth(page, '2022-12');
	await page.clock.runFor(2 * YEAR_MS - 50);
	await expectMonth(page, '2022-12');
	await page.clock.runFor(50);
	await expectMonth(page, '2023-12');
});

test('playing rests at a change of boundaries, so that its sentence can be read', async ({
	page
}) => {
	await openWithClock(page, '?t=2025-06&step=month');
	await play(page).click();
	await page.clock.runFor(MONTH_MS);
	await expectMonth(page, '2025-07');
	await expect(
		page.getByText('01/07/2025: 129 xã, phường, thị trấn sắp xếp thành 45 xã, phường')
	).toBeVisible();
	await page.clock.runFor(CHANGE_MS - 50);
	await expectMonth(page, '2025-07');
	await page.clock.runFor(50);
	await expectMonth(page, '2025-08');
});

test('playing ends with the last month that was reported, and says what it came to', async ({
	page
}) => {
	await openWithClock(page, '?t=2025-12');
	await play(page).click();
	await page.clock.runFor(YEAR_MS);
	await expectMonth(page, LAST_REPORTED);
	await expect(play(page)).toHaveAttribute('aria-pressed', 'false');
	await expect(crossing(page)).toContainText('Hết: 42/44 đạt, 3 tái phức tạp');
	await page.clock.runFor(6000);
	await expect(crossing(page)).toBeEmpty();
	await expectMonth(page, LAST_REPORTED);
});

test('playing from the last reported month, or after it, begins at the first; it never enters a month without reports', async ({
	page
}) => {
	for (const month of [LAST_REPORTED, currentMonth()]) {
		await openWithClock(page, `?t=${month}`);
		await play(page).click();
		await expectMonth(page, '2017-01');
		const steps = 2026 - 2017 + 1;
		await page.clock.runFor(steps * YEAR_MS + 2 * (CHANGE_MS - YEAR_MS));
		await expectMonth(page, LAST_REPORTED);
		await expect(crossing(page)).toContainText('Hết: 42/44 đạt');
		await page.getByRole('button', { name: 'Xem lại' }).click();
		await expectMonth(page, '2017-01');
	}
});

test('the keyboard and the pointer take over from playing', async ({ page }) => {
	await openWithClock(page, '?t=2021-12');
	await play(page).click();
	await page.getByRole('slider').press('ArrowLeft');
	await expectMonth(page, '2020-12');
	await expect(play(page)).toHaveAttribute('aria-pressed', 'false');
	await play(page).click();
	await page.getByRole('slider').click({ position: { x: 2, y: 30 } });
	await expectMonth(page, '2017-12');
	await expect(play(page)).toHaveAttribute('aria-pressed', 'false');
	await page.clock.runFor(5 * YEAR_MS);
	await expectMonth(page, '2017-12');
});

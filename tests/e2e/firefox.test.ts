import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import {
	expectText,
	hasScreen,
	mapIsDrawn,
	open,
	press,
	test,
	WAIT_MS
} from './support/firefox.ts';

/*
 * The main ways through the product in Firefox. Playwright drives a Firefox of its own making only, so
 * puppeteer drives the one that people have.
 */

test('Firefox draws the map, and keys move the timeline over the merger', async ({
	firefox: { page },
	baseURL
}) => {
	await open(page, `${baseURL}/?t=2025-06&step=month`);
	await mapIsDrawn(page);
	expect((await page.$('section.map canvas')) !== null).toBe(hasScreen);
	await expectText(page, 'section.answer', /129 xã, phường, thị trấn/);
	await page.focus('[role=slider]');
	await page.keyboard.press('ArrowRight');
	await expect
		.poll(() => page.$eval('[role=slider]', (slider) => slider.ariaValueText), { timeout: WAIT_MS })
		.toContain('07/2025');
	await expectText(page, '.timeline output', /07\/2025/);
	await mapIsDrawn(page);
});

test('Firefox shows the nine cells of the summary', async ({ firefox: { page }, baseURL }) => {
	await open(page, `${baseURL}/?t=2026-10`);
	await press(page, 'radio', 'Tổng hợp');
	await mapIsDrawn(page);
	await expectText(page, 'section.answer h1', /\?$/);
	await expect
		.poll(() => page.$$eval('section.answer table button', (cells) => cells.length), {
			timeout: WAIT_MS
		})
		.toBe(9);
});

test('Firefox lets the planner choose, and its month is a field of our own', async ({
	firefox: { page },
	baseURL
}) => {
	await open(page, `${baseURL}/plan?t=2026-10`);
	await expectText(page, 'main', /Tốt nhất theo yêu cầu này/);
	await expect
		.poll(() => page.$$eval('tbody input:checked', (ticks) => ticks.length), { timeout: WAIT_MS })
		.toBe(5);
	expect(await page.$$('input[type=month], input[type=date]')).toEqual([]);
});

test('Firefox shows a presentation and turns it by keys', async ({
	firefox: { page },
	baseURL,
	request
}) => {
	const none = { note: '', speaker: '' };
	const slides = [
		{ kind: 'text', key: 'a', title: 'Khai mạc', ...none, text: 'Sơ kết' },
		{
			kind: 'view',
			key: 'b',
			title: 'Kết quả đến 2023',
			...none,
			view: 't=2023-12',
			date: '2026-11-26',
			seen: { dataVersion: 1, counts: [] }
		}
	];
	const answer = await request.post('/api/stories', { data: { title: 'Firefox', slides } });
	const { id } = (await answer.json()) as { id: number };
	await open(page, `${baseURL}/story/${id}/present`);
	await page.waitForSelector('.room[data-prepared="true"]');
	await expectText(page, 'h1', /Khai mạc/);
	await page.keyboard.press('ArrowRight');
	await expectText(page, 'h1', /Kết quả đến 2023/);
	await expectText(page, '.stage .when', /12\/2023/);
});

test('Firefox downloads a sheet', async ({ firefox: { page, downloads }, baseURL }) => {
	await open(page, `${baseURL}/?t=2019-12`);
	await mapIsDrawn(page);
	await press(page, 'button', 'Xuất');
	await press(page, 'link', 'Tải PDF');
	await expect
		.poll(() => readdirSync(downloads), { timeout: WAIT_MS })
		.toEqual([expect.stringMatching(/\.pdf$/)]);
	const [file = ''] = readdirSync(downloads);
	expect(readFileSync(join(downloads, file)).subarray(0, 5).toString()).toBe('%PDF-');
});

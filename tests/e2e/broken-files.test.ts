import { temporaryFolder } from '../fixtures/boundary-file.ts';
import { BOUNDARY_FILES } from '../fixtures/broken/boundary-files.ts';
import type { BrokenFile } from '../fixtures/broken/broken-file.ts';
import { communes, LAST_DAY_BEFORE, MERGED_ON } from '../fixtures/broken/communes.ts';
import { CONTAINERS } from '../fixtures/broken/containers.ts';
import { FIGURE_WORKBOOKS } from '../fixtures/broken/figure-workbooks.ts';
import { STATUS_WORKBOOKS } from '../fixtures/broken/status-workbooks.ts';
import { TABLE_KINDS } from '../fixtures/broken/table-kinds.ts';
import { TEXT_FILES } from '../fixtures/broken/text-files.ts';
import type { Page } from '@playwright/test';
import { check, JOB_MS, listProblems } from './support/data-room.ts';
import { startWithoutData, type SecondServer } from './support/second-server.ts';
import { expect, test } from './support/test.ts';

const FILES: readonly BrokenFile[] = [
	...FIGURE_WORKBOOKS,
	...STATUS_WORKBOOKS,
	...TABLE_KINDS,
	...TEXT_FILES,
	...CONTAINERS,
	...BOUNDARY_FILES
];

/** Every broken file through the browser: what is planted is told, where it is, and nothing else. */
test.describe('a broken file in the data room', () => {
	const folder = temporaryFolder();
	let server: SecondServer;
	test.beforeAll(async () => {
		test.setTimeout(240_000);
		const { before, after, succession } = communes();
		const [first, second, merger] = [
			folder.write('truoc.geojson', before),
			folder.write('sau.geojson', after),
			folder.write('sap-nhap.csv', succession)
		];
		const early = ['--valid-from', '2017-01-01', '--valid-to', LAST_DAY_BEFORE];
		server = await startWithoutData([
			['import', 'boundaries', first, ...early],
			['import', 'boundaries', second, '--valid-from', MERGED_ON],
			['import', 'succession', merger]
		]);
	});
	test.afterAll(async () => {
		await server.stop();
		folder.remove();
	});

	for (const broken of FILES) {
		test(broken.name, async ({ page }) => {
			await page.goto(`${server.address}/data`);
			await expect(page.getByRole('button', { name: 'Chọn tệp…' })).toBeEnabled();
			const path = folder.write(broken.name, await broken.make());
			await page.locator('input[type=file]').setInputFiles(path);
			await expect(page.getByRole('button', { name: 'Bỏ tệp này' }).first()).toBeVisible({
				timeout: JOB_MS
			});
			const unreadable = page.getByRole('alert');
			if ((await unreadable.count()) > 0) {
				const errors = broken.answers.filter(({ severity }) => severity === 'error');
				await expect(unreadable).toHaveCount(errors.length);
				return;
			}
			await answer(page, broken);
			await check(page);
			if (broken.request.subject === 'indicators' && broken.request.shares) {
				// The question comes with the answer that it is needed.
				await page.getByLabel(/^Tỷ lệ không có dấu %/).selectOption(broken.request.shares);
				await check(page);
			}
			const told = await listProblems(page);
			expect(told.map(({ code }) => code)).toEqual(broken.answers.map(({ code }) => code));
			broken.answers.forEach(({ cell, row, sheet, value }, index) => {
				const { text } = told[index]!;
				for (const part of [cell ?? row, sheet, value && inWords(value)]) {
					if (part !== undefined)
						expect(text).toContain(String(part).replaceAll(/\s+/g, ' ').trim());
				}
			});
		});
	}
});

/** A value as the page has it: what was computed or is a code stands there in the reader's language. */
function inWords(value: string): string {
	const words: Record<string, string> = { met: 'Đạt – duy trì', '40.6': '40,6' };
	return words[value] ?? value;
}

/** Answers what the form asks, as the file's request says. */
async function answer(page: Page, { request }: BrokenFile): Promise<void> {
	if (request.subject === 'boundaries') {
		await page.getByLabel('Có hiệu lực từ ngày').fill(request.validFrom);
		if (request.validTo !== null) await page.getByLabel(/Đến ngày/).fill(request.validTo);
		if (request.crs !== undefined) await page.getByLabel('Hệ tọa độ').fill(request.crs);
		return;
	}
	await page.getByRole('combobox', { name: /^Nội dung/ }).selectOption(request.subject);
	if (request.subject !== 'indicators') return;
	if (request.indicator !== undefined) {
		await page
			.getByRole('combobox', { name: /^Chỉ tiêu \(nếu tệp/ })
			.selectOption(request.indicator);
	}
	if (request.period !== undefined) await page.getByLabel(/Kỳ \(nếu tệp/).fill(request.period);
	if (request.scheme !== undefined) {
		await page.getByRole('combobox', { name: /^Lịch/ }).selectOption(request.scheme);
	}
	if (request.corrections) await page.getByLabel(/Thay số liệu đã có/).check();
}

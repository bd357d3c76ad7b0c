import type { Locator, Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { expect } from './test.ts';

/** A file to send in, made in memory. */
export interface SentFile {
	name: string;
	mimeType: string;
	buffer: Buffer;
}

/** A job may wait for the one before it: this is the longest that a test waits for its answer. */
export const JOB_MS = 60_000;

/** The template for a year of one indicator, as an officer would download it. */
export async function monthsTemplate(page: Page): Promise<ExcelJS.Workbook> {
	const response = await page.request.get(
		'/export/template.xlsx?kind=months&indicator=C02&date=2026-11-01'
	);
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load((await response.body()) as never);
	return workbook;
}

export async function asFile(workbook: ExcelJS.Workbook, name: string): Promise<SentFile> {
	return {
		name,
		mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		buffer: Buffer.from(await workbook.xlsx.writeBuffer())
	};
}

/**
 * Opens the data room and sends a file in, until it was looked at.
 *
 * @param address of the server, where it is not the one that all tests share
 */
export async function sendIn(page: Page, file: SentFile | string, address = ''): Promise<void> {
	await page.goto(`${address}/data`);
	await expect(page.getByRole('button', { name: 'Chọn tệp…' })).toBeEnabled();
	await page.locator('input[type=file]').setInputFiles(file);
	await expect(page.getByRole('button', { name: 'Bỏ tệp này' })).toBeVisible({ timeout: JOB_MS });
}

export async function check(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
	await expect(verdict(page)).toBeVisible({ timeout: JOB_MS });
}

export function verdict(page: Page): Locator {
	return page.locator('.verdict');
}

/** The problems that are listed, as code and what stands in the row. */
export async function listProblems(page: Page): Promise<{ code: string; text: string }[]> {
	return page.locator('table.problems tbody tr').evaluateAll((rows) =>
		rows.map((row) => ({
			code: row.getAttribute('data-code') ?? '',
			text: (row.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
		}))
	);
}

/** Takes the latest load back, so that other tests find the data as it was. */
export async function undoLatest(page: Page): Promise<void> {
	const sources = (await (await page.request.get('/api/data/sources')).json()) as { id: number }[];
	const response = await page.request.delete(`/api/data/sources/${sources.at(-1)!.id}`);
	expect(response.ok()).toBe(true);
}

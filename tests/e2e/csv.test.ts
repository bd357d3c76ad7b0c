import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from '@playwright/test';
import { openTable, tableRows } from './support/province.ts';
import { expect, test } from './support/test.ts';

interface Download {
	fileName: string;
	text: string;
	/** First lines, that say what the table is. */
	about: string[];
	heading: string[];
	rows: string[][];
}

async function download(page: Page, link = 'Tải CSV'): Promise<Download> {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: link }).click()
	]);
	const text = await readFile(await file.path(), 'utf8');
	const about = text
		.replace('\uFEFF', '')
		.split('\r\n')
		.filter((line) => line.startsWith('# '));
	const [heading = [], ...rows] = parse(text, { bom: true, comment: '#', comment_no_infix: true });
	return { fileName: file.suggestedFilename(), text, about, heading, rows };
}

test('the table is downloaded with what it is, where it comes from, and every row', async ({
	page
}) => {
	await openTable(page, '?t=2023-12');
	const { fileName, text, about, heading, rows } = await download(page);
	expect(fileName).toBe('diaban-2023-12.csv');
	expect(text.startsWith('\uFEFF# Số liệu minh họa')).toBe(true);
	expect(text).toContain('\r\n');
	expect(about.slice(1, 6)).toEqual([
		'# Công khai',
		'# Thời điểm: 12/2023',
		'# Địa giới: 01/01/2020 – 30/06/2025',
		'# Cách đọc lịch sử: Như khi báo cáo',
		'# Diện: Trật tự, an toàn xã hội; xu hướng so với cùng kỳ'
	]);
	expect(about[6]).toMatch(/^# Nguồn: trạng thái chuyển hóa: văn bản của Ban Chỉ đạo tỉnh/);
	expect(about[7]).toMatch(/^# Xuất ngày \d\d\/\d\d\/\d{4}, phiên bản dữ liệu \d+$/);
	expect(heading.slice(0, 5)).toEqual(['Mã', 'Xã, phường', 'Huyện (cũ)', 'Trạng thái', 'Xu hướng']);
	expect(rows).toHaveLength(129);
	expect(rows.every((row) => row.length === heading.length)).toBe(true);
	expect(rows.every(([code]) => /^0\d{4}$/.test(code ?? ''))).toBe(true);
	// Plain numbers, whatever the language.
	expect(rows.every((row) => /^\d+$/.test(row[7] ?? '') && /^\d+\.\d\d$/.test(row[9] ?? ''))).toBe(
		true
	);
	expect(heading.slice(7)).toEqual(['Dân số', 'Ghi chú dân số', 'Diện tích (km²)']);
	expect(new Set(rows.map((row) => row[8]))).toEqual(new Set(['']));
});

test('the download has the rows that the table shows', async ({ page }) => {
	const district = encodeURIComponent('Huyện Mường Nhé');
	await openTable(page, `?t=2023-12&district=${district}&class=6`);
	const shown = (await tableRows(page).locator('.code').allTextContents()).sort();
	const { rows } = await download(page);
	expect(rows.map(([code]) => code ?? '').sort()).toEqual(shown);
	expect(new Set(rows.map((row) => row[3]))).toEqual(new Set(['Đạt – duy trì']));
});

test('in English the download is in English', async ({ page }) => {
	await page.goto('/en/table?t=2026-06');
	await expect(tableRows(page)).toHaveCount(45);
	const { about, heading, rows } = await download(page, 'Download CSV');
	expect(about[0]).toMatch(/^# Demonstration data: /);
	expect(about[2]).toBe('# Month: 06/2026');
	expect(heading[0]).toBe('Code');
	expect(rows).toHaveLength(45);
});

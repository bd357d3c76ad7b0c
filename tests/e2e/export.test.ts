import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { expectAccessible } from './support/accessible.ts';
import { expectNoSideways } from './support/layout.ts';
import { openMap } from './support/province.ts';
import { expect, test } from './support/test.ts';

async function openDialog(page: Page, path = '/?t=2019-12'): Promise<void> {
	await openMap(page, path);
	await page.getByRole('button', { name: 'Xuất', exact: true }).click();
	await expect(page.getByRole('dialog', { name: 'Xuất bản đồ' })).toBeVisible();
}

async function download(page: Page, name: string): Promise<{ file: string; body: Buffer }> {
	const downloading = page.waitForEvent('download');
	await page.getByRole('link', { name }).click();
	const got = await downloading;
	return { file: got.suggestedFilename(), body: readFileSync(await got.path()) };
}

test('the view that is open goes to paper as PDF, SVG and PNG', async ({ page }) => {
	await openDialog(page, '/?t=2019-12&theme=trend&district=Huyện%20Mường%20Nhé');
	await page.getByLabel('Khổ giấy').selectOption('A3');
	await page.getByLabel('Hướng giấy').selectOption('portrait');
	const svg = await download(page, 'Bản đồ SVG');
	expect(svg.file).toBe('ban-do-2019-12.svg');
	const text = svg.body.toString('utf8');
	expect(text).toContain('width="297mm" height="420mm"');
	for (const part of [
		'BẢN ĐỒ XU HƯỚNG PHẠM PHÁP HÌNH SỰ',
		'Điện Biên · Tháng 12/2019 · so với cùng kỳ · Huyện Mường Nhé',
		'CHÚ GIẢI',
		'>Mường Nhé</text>',
		'Số liệu minh họa',
		'không có giá trị pháp lý',
		'THỦ TRƯỞNG ĐƠN VỊ'
	]) {
		expect(text.replaceAll(/\s+/g, ' ').includes(part), part).toBe(true);
	}
	// What is filtered out has no name.
	expect(text).not.toContain('>Tủa Chùa</text>');
	const pdf = await download(page, 'Bản đồ PDF');
	expect(pdf.body.toString('latin1')).toMatch(/MediaBox \[0 0 841\.\d+ 1190\.\d+\]/);
	await page.getByLabel('Độ nét ảnh').selectOption('1');
	const png = await download(page, 'Ảnh PNG');
	expect(png.body.readUInt32BE(16)).toBe(1123);
	await page.getByRole('button', { name: 'Đóng' }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the view goes to other programs as GeoJSON', async ({ page }) => {
	await openDialog(page, '/?t=2019-12&district=Huyện%20Mường%20Nhé');
	const { body, file } = await download(page, 'Ranh giới và số liệu (GeoJSON)');
	expect(file).toBe('ban-do-2019-12.geojson');
	const { features } = JSON.parse(body.toString('utf8')) as {
		features: { geometry: { type: string }; properties: Record<string, unknown> }[];
	};
	expect(features).toHaveLength(11);
	for (const { geometry, properties } of features) {
		expect(geometry.type).toMatch(/Polygon$/);
		expect(properties).toMatchObject({ district: 'Huyện Mường Nhé', month: '2019-12' });
		expect(typeof properties.status).toBe('string');
	}
});

test('the communes in view go to an atlas, a page each, and the table to Excel', async ({
	page
}) => {
	await openDialog(page, '/?t=2019-12&district=Huyện%20Mường%20Nhé');
	const atlas = await download(page, 'Tập bản đồ các xã (PDF)');
	expect(atlas.file).toBe('tap-ban-do-2019-12.pdf');
	expect(atlas.body.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(11);
	const table = await download(page, 'Bảng (Excel)');
	expect(table.file).toBe('diaban-2019-12.xlsx');
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(table.body as never);
	expect(workbook.worksheets[0]?.rowCount).toBe(12);
});

test('a sheet is in the reader’s language', async ({ page }) => {
	const answer = await page.request.get('/en/export/map/sheet.svg?t=2026-10&theme=sites');
	const text = await answer.text();
	expect(text).toContain('MAP OF COMMUNITY MODELS');
	expect(text).toContain('Scale 1 : ');
	expect((await page.request.get('/export/map/sheet.gif?t=2026-10')).status()).toBe(404);
});

for (const scheme of ['light', 'dark'] as const) {
	test(`the ${scheme} export dialog is accessible, and keys alone are enough`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: scheme });
		await openMap(page, '/?t=2019-12');
		await page.getByRole('button', { name: 'Xuất', exact: true }).focus();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('dialog')).toBeVisible();
		await expectAccessible(page);
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toHaveCount(0);
	});
}

test('the export dialog fits a phone', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/?t=2019-12');
	await expectNoSideways(page);
});

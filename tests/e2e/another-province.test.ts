import type { Page } from '@playwright/test';
import {
	madeUpBoundaries,
	madeUpFigures,
	madeUpModels,
	madeUpStatus
} from '../fixtures/made-up-province.ts';
import { check, sendIn, verdict } from './support/data-room.ts';
import { chooseTheme, legendCounts, mapIsReady, tableRows } from './support/province.ts';
import { startWithoutData, type SecondServer } from './support/second-server.ts';
import { expect, test } from './support/test.ts';

/** An empty installation becomes another province, in the browser alone. */
test.describe.configure({ mode: 'serial' });
let server: SecondServer;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	server = await startWithoutData();
});
test.afterAll(() => server.stop());

const open = (page: Page, path: string) => page.goto(server.address + path);
const file = (name: string, text: string) => ({
	name,
	mimeType: 'text/plain',
	buffer: Buffer.from(text)
});

async function load(page: Page, rows: number): Promise<void> {
	await check(page);
	await expect(verdict(page)).toContainText('Không có lỗi');
	await page.getByRole('button', { name: 'Nạp', exact: true }).click();
	await expect(page.getByText(`Đã nạp ${rows} dòng`)).toBeVisible();
}

test('it is set up: its zone, the 15–14 calendar, a programme from 2022, two tracks', async ({
	page
}) => {
	await open(page, '/data/setup');
	await page.getByLabel('Tên tỉnh').fill('Bình Minh');
	await page.getByLabel('Múi chiếu VN-2000').selectOption('EPSG:9216');
	await expect(page.getByRole('radio', { name: 'Ngày 15 đến ngày 14' })).toBeChecked();
	await page.getByRole('button', { name: 'Bỏ An ninh, trật tự' }).click();
	await page.getByRole('button', { name: 'Bỏ Giai đoạn 2017–2020' }).click();
	await page.getByRole('button', { name: 'Bỏ Giai đoạn 2021–2025' }).click();
	await page.getByRole('button', { name: 'Thêm giai đoạn' }).click();
	await page.locator('#setup-programmes-0-code').fill('BM2022');
	await page.locator('#setup-programmes-0-nameVi').fill('Giai đoạn 2022–2026');
	await page.locator('#setup-programmes-0-startsOn').fill('2022-01-01');
	await page.getByLabel('Văn bản').fill('KH 15/KH-UBND 10/01/2022');
	await page.getByLabel('Địa bàn đạt chuyển hóa mỗi năm, ít nhất (%)').fill('60');
	await page.getByRole('button', { name: 'Xem và lưu…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Lưu thiết lập' });
	await expect(dialog).toContainText('Bỏ diện ANTT');
	await expect(dialog).toContainText('Thêm giai đoạn BM2022');
	await dialog.getByLabel('Người lưu').fill('Lò Văn An');
	await dialog.getByRole('button', { name: 'Lưu thiết lập' }).click();
	await expect(page.getByText('Đã lưu thiết lập.')).toBeVisible();
	await page.getByRole('link', { name: /Bước tiếp theo/ }).click();
	await expect(page.getByRole('button', { name: 'Chọn tệp…' })).toBeVisible();
});

test('boundaries in its own zone are loaded, which the form names first', async ({ page }) => {
	await sendIn(page, file('ranh-gioi.geojson', madeUpBoundaries()), server.address);
	await expect(page.locator('#systems option').first()).toHaveAttribute('value', 'EPSG:9216');
	await page.getByLabel('Có hiệu lực từ ngày').fill('2022-01-01');
	await page.getByLabel('Hệ tọa độ').fill('EPSG:9216');
	await load(page, 6);
});

test('figures, statuses and models are loaded', async ({ page }) => {
	const figures = madeUpFigures([2023, 2024, 2025, 2026], 10);
	await sendIn(page, file('so-lieu.csv', figures), server.address);
	await load(page, 6 * (2 * (3 * 12 + 10) + 4));
	const status = madeUpStatus(['TTATXH', 'MATUY']);
	await sendIn(page, file('trang-thai.csv', status), server.address);
	await load(page, 7);
	const { models, sites } = madeUpModels();
	await sendIn(page, file('mo-hinh.csv', models), server.address);
	await load(page, 1);
	await sendIn(page, file('diem.csv', sites), server.address);
	await load(page, 2);
});

test('the map shows statuses on both tracks, and models', async ({ page }) => {
	await open(page, '/?t=2026-10');
	await mapIsReady(page);
	await expect(page).toHaveTitle(/Bình Minh/);
	const counts = await legendCounts(page);
	expect(counts.get('Đạt – duy trì')).toBe(1);
	expect(counts.get('Chưa đạt, đang chuyển hóa')).toBe(1);
	await chooseTheme(page, 'Mô hình');
	await open(page, '/table?t=2026-10&track=MATUY');
	await expect(tableRows(page)).toHaveCount(6);
	await expect(tableRows(page).filter({ hasText: 'Bình Sơn' })).toContainText('Được phê duyệt');
});

test('templates are in its calendar, with its communes', async ({ page }) => {
	await open(page, '/data/templates');
	await expect(page.getByRole('combobox', { name: 'Lịch' })).toHaveValue('reporting');
	await expect(page.getByRole('combobox', { name: 'Chỉ tiêu' })).toHaveValue('C01');
});

test('trends of both tracks rest on its 15–14 figures', async ({ page }) => {
	for (const track of ['TTATXH', 'MATUY']) {
		await open(page, `/?t=2026-10&theme=trend&track=${track}`);
		await mapIsReady(page);
		await expect(page.getByText('15/9–14/10').first()).toBeVisible();
		const counts = await legendCounts(page);
		expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(6);
		for (const absent of ['Chưa báo cáo', 'Chưa có số liệu trước đó', 'Không có dân số']) {
			expect(counts.get(absent) ?? 0).toBe(0);
		}
	}
});

test('the planner ranks its communes, and the report counts its months', async ({ page }) => {
	await open(page, '/plan?t=2026-10');
	const candidates = page.getByRole('region', { name: /^Xã có thể chọn/ }).locator('tbody tr');
	await expect(candidates.first()).toBeVisible();
	await open(page, '/report');
	await expect(page.getByRole('main')).toContainText('tháng 02/2025 (15/1–14/2)');
});

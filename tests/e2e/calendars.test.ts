import { collection, commune, squareRing, temporaryFolder } from '../fixtures/boundary-file.ts';
import { mapIsReady, panel, slider } from './support/province.ts';
import { startWithoutData, type SecondServer } from './support/second-server.ts';
import { expect, test } from './support/test.ts';

const PROVINCE = { code: null, name: 'Thử', kind: 'Tỉnh', crs: null, calendar: 'reporting' };

/** Three communes since July 2025 with figures by reporting months; one month of one by calendar months. */
function dataset(folder: ReturnType<typeof temporaryFolder>): string {
	const communes = [0, 1, 2].map((at) =>
		commune(`2000${at}`, squareRing(103 + at / 10, 21), `Xã Số ${at}`)
	);
	folder.write('communes.geojson', collection(communes));
	const months = Array.from({ length: 12 }, (_, at) => `m${at + 1}`);
	const rows = [2025, 2026].flatMap((year) =>
		communes.map((_, index) => {
			const cells = months.map((_, at) => {
				const known = year === 2025 ? at >= 6 : at < 10;
				return known ? String(4 + (at % 3)) : '';
			});
			return `2000${index},C01,reporting,${year},${cells.join(',')}`;
		})
	);
	folder.write(
		'c01.csv',
		[
			`unit_code,indicator,scheme,year,${months.join(',')}`,
			...rows,
			`20000,C01,calendar,2026,${['', '', '77', ...Array<string>(9).fill('')].join(',')}`
		].join('\n')
	);
	const boundaries = { subject: 'boundaries', level: 'commune', validFrom: '2025-07-01' };
	return folder.write(
		'dataset.json',
		JSON.stringify({
			name: 'Thử',
			demonstration: false,
			province: PROVINCE,
			sensitivity: 'internal',
			files: [
				{ ...boundaries, file: 'communes.geojson', validTo: null },
				{ subject: 'indicators', file: 'c01.csv' }
			]
		})
	);
}

test.describe('a province in the 15–14 calendar', () => {
	const folder = temporaryFolder();
	let server: SecondServer;
	test.beforeAll(async () => {
		// Making a database takes its time on a slow machine.
		test.setTimeout(180_000);
		server = await startWithoutData([['load', dataset(folder)]]);
	});
	test.afterAll(async () => {
		await server.stop();
		folder.remove();
	});

	test('months say their days, and figures of the other calendar their own', async ({ page }) => {
		await page.goto(`${server.address}/?unit=20000&t=2026-10`);
		await mapIsReady(page);
		await expect(page.locator('.timeline output')).toContainText('10/2026');
		await expect(page.locator('.timeline output')).toContainText('15/9–14/10');
		await expect(slider(page)).toHaveAttribute(
			'aria-valuetext',
			'10/2026 (15/9–14/10) · 12 vụ (cùng kỳ 12)'
		);
		const series = panel(page).locator('figure');
		await expect(series.filter({ hasText: '(10/2026 (15/9–14/10))' })).toHaveCount(1);
		await expect(series.filter({ hasText: 'theo tháng dương lịch' })).toContainText(
			'77 vụ (03/2026)'
		);
	});

	test('the timeline begins with the programme, and a month without boundaries says so', async ({
		page
	}) => {
		await page.goto(`${server.address}/?unit=20000&t=2026-10`);
		await mapIsReady(page);
		await slider(page).focus();
		await page.keyboard.press('Home');
		// 22/03/2021 lies in the month from 15/3 to 14/4.
		await expect(page.locator('.timeline output')).toContainText('04/2021');
		const none = page
			.locator('main')
			.getByRole('status')
			.filter({
				has: page.getByRole('heading', { name: 'Tháng 04/2021 (15/3–14/4) chưa có ranh giới' })
			});
		await expect(none).toBeVisible();
		await expect(page.getByText('Đang tải…')).toHaveCount(0);
		await page.goto(`${server.address}/table?t=2021-04`);
		await expect(page.getByRole('heading', { name: /chưa có ranh giới/ })).toBeVisible();
		await page.getByRole('button', { name: 'Đến tháng 07/2025 (15/6–14/7)' }).click();
		await expect(page.locator('section.table tbody tr')).toHaveCount(3);
		await page.goto(`${server.address}/?t=2021-04`);
		await page.getByRole('button', { name: 'Xem trên ranh giới từ 01/07/2025' }).click();
		await mapIsReady(page);
		await expect(page.getByRole('heading', { name: /chưa có ranh giới/ })).toHaveCount(0);
	});

	test('readiness opens in the calendar and with the indicator of the province', async ({
		page
	}) => {
		await page.goto(`${server.address}/data/readiness`);
		await expect(page.getByLabel('Kỳ báo cáo')).toHaveValue('reporting');
		await expect(page.getByLabel('Chỉ tiêu')).toHaveValue('C01');
		await expect(page.locator('table')).toContainText('Xã Số 0');
	});
});

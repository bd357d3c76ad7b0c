import { AxeBuilder } from '@axe-core/playwright';
import { startWithoutData, type SecondServer } from './support/second-server.ts';
import { expect, test } from './support/test.ts';

test.describe('without any boundaries', () => {
	let server: SecondServer;
	test.beforeAll(async () => {
		// Making a database takes its time on a slow machine.
		test.setTimeout(180_000);
		server = await startWithoutData();
	});
	test.afterAll(() => server.stop());

	test('the page says what would be here and how to fill it', async ({ page }) => {
		await expect
			.poll(async () => (await page.request.get(`${server.address}/healthz`)).status())
			.toBe(200);
		await page.goto(server.address);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ba bước đến bản đồ đầu tiên');
		await expect(page.getByRole('link', { name: 'Nạp ranh giới xã, phường' })).toBeVisible();
		await expect(
			page.getByRole('button', { name: 'Mở số liệu minh họa của Điện Biên' })
		).toBeEnabled();
		await expect(page.getByRole('slider')).toHaveCount(0);
		await expect(page.locator('header .pill')).toHaveCount(0);
		await expect(page.getByRole('link', { name: 'Thiết lập tỉnh' })).toHaveAttribute(
			'href',
			'/data/setup'
		);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
		await page.goto(`${server.address}/en/table`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Three steps to a first map');
	});

	test('healthz counts no unit', async ({ request }) => {
		const health = (await (await request.get(`${server.address}/healthz`)).json()) as object;
		expect(health).toMatchObject({ status: 'ok', units: 0, demo: false });
	});

	test('the demonstration is opened from the page', async ({ page }) => {
		test.setTimeout(180_000);
		await page.goto(server.address);
		await page.getByRole('button', { name: 'Mở số liệu minh họa của Điện Biên' }).click();
		await expect(page.locator('header .pill')).toHaveText('Số liệu minh họa', { timeout: 120_000 });
		await expect(page.getByRole('slider')).toBeVisible();
		const again = await page.request.post(`${server.address}/api/data/demonstration`, {
			headers: { origin: server.address, 'content-type': 'application/json' }
		});
		expect(again.status()).toBe(409);
	});
});

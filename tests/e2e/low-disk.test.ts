import { sendIn } from './support/data-room.ts';
import { isOpen, startServer, type SecondServer } from './support/second-server.ts';
import { expect, test } from './support/test.ts';

/* A server whose disk has less free space than it needs. */

let server: SecondServer;
test.beforeAll(async () => {
	test.setTimeout(120_000);
	server = await startServer([['demo', 'clear']], { MIN_FREE_MB: '1000000000' });
	await isOpen(server);
});
test.afterAll(() => server.stop());

test('takes and loads no file, says so, and goes on reading', async ({ page, request }) => {
	await page.goto(`${server.address}/data`);
	await expect(page.getByRole('alert')).toContainText(
		/Đĩa của máy chủ chỉ còn trống [\d.,]+ GB, cần ít nhất/
	);
	await expect(page.getByRole('button', { name: 'Chọn tệp…' })).toBeDisabled();
	const sent = await request.post(`${server.address}/api/data/files`, {
		headers: { 'x-file-name': 'a.csv', 'content-type': 'text/csv' },
		data: 'Mã,Xã\n'
	});
	expect([sent.status(), await sent.json()]).toEqual([507, { message: 'disk-full' }]);
	const loaded = await request.post(`${server.address}/api/data/jobs`, {
		data: { task: 'load', file: 'a' }
	});
	expect(loaded.status()).toBe(507);
	for (const path of ['/', '/table', '/api/overview', '/readyz']) {
		expect((await request.get(`${server.address}${path}`)).status(), path).toBe(200);
	}
});

test('tells the free space while there is enough', async ({ page }) => {
	await page.goto('/data');
	await expect(page.getByText(/^Đĩa của máy chủ còn trống [\d.,]+ GB\.$/)).toBeVisible();
	await sendIn(page, { name: 'a.bin', mimeType: 'x/y', buffer: Buffer.from([1, 0, 2]) });
	await expect(page.getByRole('alert')).toContainText('Tệp không phải bảng tính');
});

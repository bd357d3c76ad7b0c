import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expectNoSideways } from './support/layout.ts';
import { startWithoutData, type SecondServer } from './support/second-server.ts';
import { expect, test } from './support/test.ts';

const notices = (page: Page) => page.locator('#setup-notices');
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Lưu thiết lập' });
const review = (page: Page) => page.getByRole('button', { name: 'Xem và lưu…' }).click();

/** Saves what is in the fields. @returns what the page said would change */
async function save(page: Page, by = 'Lò Văn An'): Promise<string> {
	await review(page);
	const said = await dialog(page).getByRole('list').innerText();
	await dialog(page).getByLabel('Người lưu').fill(by);
	await dialog(page).getByRole('button', { name: 'Lưu thiết lập' }).click();
	await expect(notices(page)).toContainText('Đã lưu thiết lập.');
	return said;
}

test.describe('an installation without a province', () => {
	test.describe.configure({ mode: 'serial' });
	let server: SecondServer;
	test.beforeAll(async () => {
		test.setTimeout(180_000);
		server = await startWithoutData();
	});
	test.afterAll(() => server.stop());
	const open = (page: Page, path = '/data/setup') => page.goto(server.address + path);

	test('leads to the set-up, which names what is wrong at its field', async ({ page }) => {
		await open(page, '/');
		await page.getByRole('link', { name: 'Thiết lập tỉnh' }).click();
		await expect(notices(page)).toContainText('Chưa có tỉnh nào được thiết lập');
		await expect(page.getByRole('radio', { name: 'Ngày 15 đến ngày 14' })).toBeChecked();
		await expectAccessible(page);

		await page.getByLabel('Mã tỉnh').fill('9');
		await page.getByRole('button', { name: 'Thêm diện' }).click();
		await page.locator('#setup-tracks-3-code').fill('TTATXH');
		await review(page);
		await expect(notices(page).getByRole('alert')).toContainText('còn 4 chỗ phải sửa');
		await expect(notices(page)).toContainText('Tỉnh, Tên tỉnh: chưa điền.');
		await expect(notices(page)).toContainText('Diện 4 (TTATXH), Tên tiếng Việt: chưa điền.');
		await expectAccessible(page);
		await notices(page)
			.getByRole('link', { name: /Tên tỉnh/ })
			.click();
		await expect(page.getByLabel('Tên tỉnh')).toBeFocused();
		await page.keyboard.type('Bình Minh');
		await expect(page.getByLabel('Tên tỉnh')).not.toHaveAttribute('aria-invalid', 'true');
		await page.getByLabel('Mã tỉnh').fill('');
		await page.getByRole('button', { name: 'Bỏ diện mới' }).click();
		await expect(notices(page).getByRole('alert')).toHaveCount(0);
	});

	test('proposes what the directory knows of a province that is named', async ({ page }) => {
		await open(page);
		await page.getByLabel('Tên tỉnh').fill('can tho');
		await page.getByLabel('Tên tỉnh').blur();
		await expect(page.getByLabel('Tên tỉnh')).toHaveValue('Cần Thơ');
		await expect(page.getByLabel('Mã tỉnh')).toHaveValue('92');
		await expect(page.locator('#setup-province-kind')).toHaveValue('Thành phố');
		await expect(page.getByLabel('Múi chiếu VN-2000')).toHaveValue('EPSG:5897');
	});

	test('keeps what is not saved when the page is left, and saves it as a whole', async ({
		page
	}) => {
		await open(page);
		await page.getByLabel('Tên tỉnh').fill('Bình Minh');
		await page.getByLabel('Múi chiếu VN-2000').selectOption('EPSG:9216');
		await page.getByRole('link', { name: 'Biểu mẫu' }).click();
		await expect(page).toHaveURL(/\/data\/templates/);
		await page.getByRole('link', { name: 'Thiết lập', exact: true }).click();
		await expect(notices(page)).toContainText('Các thay đổi chưa lưu lần trước vẫn còn ở đây.');
		await expect(page.getByLabel('Tên tỉnh')).toHaveValue('Bình Minh');

		await review(page);
		await dialog(page).getByRole('button', { name: 'Lưu thiết lập' }).click();
		await expect(dialog(page).getByRole('alert')).toHaveText('Ghi tên người lưu.');
		await expectAccessible(page);
		await page.keyboard.press('Escape');
		await expect(dialog(page)).toHaveCount(0);

		const said = await save(page);
		expect(said).toContain('Tên tỉnh: đặt là Bình Minh');
		expect(said).toContain('kinh tuyến trục 107°30′ (EPSG:9216)');
		await expect(page.getByRole('link', { name: /Bước tiếp theo/ })).toHaveAttribute(
			'href',
			'/data'
		);
		await expect(page).toHaveTitle(/Bình Minh/);
	});

	test('says what a change means, records it, and takes it back', async ({ page }) => {
		await open(page);
		await page.getByRole('radio', { name: 'Tháng dương lịch' }).check();
		await page
			.locator('#setup-tracks-0-leadingIndicator')
			.selectOption({ label: 'C02 – Án rất, đặc biệt nghiêm trọng' });
		await page.getByText('C01', { exact: true }).click();
		await page.getByLabel('Tiêu đề cột trong biểu của tỉnh').fill('PPHS\nSố vụ PPHS');
		const said = await save(page, 'Quàng Thị Bình');
		expect(said).toContain('tính theo tháng dương lịch');
		expect(said).toContain('xu hướng tính theo C02 thay cho C01');
		expect(said).toContain('“PPHS”, “Số vụ PPHS”');

		const latest = page.getByText(/Quàng Thị Bình: 3 thay đổi/);
		await latest.click();
		await expect(page.getByText(/xu hướng tính theo C02 thay cho C01/)).toBeVisible();
		await page.getByText(/Lò Văn An: \d+ thay đổi/).click();
		await page.getByRole('button', { name: /^Lấy lại bản .* của Lò Văn An/ }).click();
		await expect(notices(page)).toContainText('Đã đưa bản cũ vào các ô ở trên');
		await expect(page.getByRole('radio', { name: 'Ngày 15 đến ngày 14' })).toBeChecked();
		expect(await save(page)).toContain('tính theo tháng 15–14');
		await expect(page.getByText('bản đang dùng').first()).toBeVisible();
	});

	test('is not written over by who did not see the last change', async ({ page }) => {
		await open(page);
		const { setup, revision } = (await (
			await page.request.get(`${server.address}/api/setup`)
		).json()) as { setup: { province: object }; revision: string };
		await page.getByLabel('Mã tỉnh').fill('98');
		const other = { ...setup, province: { ...setup.province, kind: 'Thành phố' } };
		const answer = await page.request.put(`${server.address}/api/setup`, {
			data: { setup: other, basedOn: revision, changedBy: 'Người khác' }
		});
		expect(await answer.json()).toMatchObject({ outcome: 'saved' });
		await review(page);
		await dialog(page).getByLabel('Người lưu').fill('Lò Văn An');
		await dialog(page).getByRole('button', { name: 'Lưu thiết lập' }).click();
		await expect(notices(page).getByRole('alert')).toContainText('người khác vừa lưu');
		await expect(page.getByLabel('Mã tỉnh')).toHaveValue('98');
		await page.getByLabel('Loại đơn vị').selectOption('Thành phố');
		expect(await save(page)).toContain('Mã tỉnh: đặt là 98');
	});

	test('takes templates and zones from the set-up', async ({ page }) => {
		await open(page, '/data/templates');
		await expect(page.getByRole('combobox', { name: 'Lịch' })).toHaveValue('reporting');
		await expect(page.getByRole('combobox', { name: 'Chỉ tiêu' })).toHaveValue('C01');
	});
});

test('of the demonstration names what hangs on a track, in both languages, on a phone', async ({
	page
}) => {
	await page.goto('/data/setup');
	await expect(notices(page)).toContainText('Đang có số liệu minh họa');
	await expect(page.getByText(/Đang có 323 sự kiện trạng thái/)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Bỏ Trật tự, an toàn xã hội' })).toHaveCount(0);
	const { setup, revision } = (await (await page.request.get('/api/setup')).json()) as {
		setup: { tracks: { code: string }[]; programmes: object[] };
		revision: string;
	};
	const tracks = setup.tracks.filter(({ code }) => code !== 'TTATXH');
	const answer = await page.request.put('/api/setup', {
		data: { setup: { ...setup, tracks, programmes: [] }, basedOn: revision, changedBy: 'x' }
	});
	expect(await answer.json()).toMatchObject({
		outcome: 'in-use',
		removals: [{ code: 'TTATXH', uses: { events: 323 } }]
	});
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/en/data/setup');
	await expect(page.getByRole('heading', { name: 'Province and calendar' })).toBeVisible();
	await page.getByLabel('English name').first().fill('Order');
	await expect(page.getByRole('status').filter({ hasText: '1 change not saved' })).toBeVisible();
	await expectNoSideways(page);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Discard' }).click();
	await expect(page.getByRole('button', { name: 'Discard' })).toHaveCount(0);
});

test('what goes with the demonstration is said before it is replaced', async ({ page }) => {
	const added = await page.request.post('/api/stories', {
		data: { title: 'Tổng kết', slides: [] }
	});
	expect(added.ok()).toBe(true);
	const { id } = (await added.json()) as { id: number };
	await page.goto('/data');
	await page.locator('input[type=file]').setInputFiles({
		name: 'x.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from('unit_code,status,effective_date\n03127,survey,2026-11-01\n')
	});
	await page.getByRole('radio', { name: 'Thay toàn bộ số liệu minh họa' }).check();
	await expect(page.getByText(/bị xóa: \d+ tệp đã nạp, .*bài trình chiếu/)).toBeVisible();
	await page.request.delete(`/api/stories/${id}`);
});

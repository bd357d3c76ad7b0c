import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
import { expectAccessible } from './support/accessible.ts';
import { expectNoSideways } from './support/layout.ts';
import { openMap } from './support/province.ts';
import { expect, test } from './support/test.ts';

async function openDialog(page: Page, path = '/?t=2019-12', button = 'Xuất'): Promise<void> {
	await openMap(page, path);
	await page.getByRole('button', { name: button, exact: true }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
}

type Kind = 'PDF' | 'SVG' | 'PNG' | 'Excel (xlsx)' | 'CSV' | 'GeoJSON';
const SHEETS: readonly Kind[] = ['PDF', 'SVG', 'PNG'];

/** Chooses a kind of file, on its tab, and takes the file. */
async function download(page: Page, kind: Kind): Promise<{ file: string; body: Buffer }> {
	const ofSheet = SHEETS.includes(kind);
	await page.getByRole('tab', { name: ofSheet ? 'Bản đồ' : 'Số liệu' }).click();
	await page.getByRole('radio', { name: kind, exact: true }).check({ force: true });
	return downloadBy(page, () => page.getByRole('link', { name: `Tải ${kind}` }).click());
}

async function downloadBy(
	page: Page,
	act: () => Promise<void>
): Promise<{ file: string; body: Buffer }> {
	// A film is drawn picture by picture before it is there.
	const downloading = page.waitForEvent('download', { timeout: 240_000 });
	await act();
	const got = await downloading;
	return { file: got.suggestedFilename(), body: readFileSync(await got.path()) };
}

const press = (page: Page, name: string) => () => page.getByRole('button', { name }).click();
const pages = (page: Page, label = 'Mỗi xã một trang') => page.getByLabel(label).check();

test('the view that is open goes to paper as PDF, SVG and PNG', async ({ page }) => {
	await openDialog(page, '/?t=2019-12&theme=trend&district=Huyện%20Mường%20Nhé');
	await page.getByLabel('Khổ giấy').selectOption('A3');
	await page.getByLabel('Chiều').selectOption('portrait');
	const svg = await download(page, 'SVG');
	expect(svg.file).toBe('ban-do-2019-12.svg');
	const text = svg.body.toString('utf8');
	expect(text).toContain('width="297mm" height="420mm"');
	for (const part of [
		'XU HƯỚNG PHẠM PHÁP HÌNH SỰ, TỈNH ĐIỆN BIÊN',
		'Trật tự, an toàn xã hội · đến 12/2019 · so với cùng kỳ · Huyện Mường Nhé',
		'12 tháng đến 12/2019 so với cùng kỳ',
		'số liệu báo cáo các chỉ tiêu, cập nhật',
		'>Mường Nhé</text>',
		'Số liệu minh họa',
		'không có giá trị pháp lý',
		'TM. BAN CHỈ ĐẠO'
	]) {
		expect(text.replaceAll(/\s+/g, ' ').includes(part), part).toBe(true);
	}
	// What is filtered out has no name.
	expect(text).not.toContain('>Tủa Chùa</text>');
	// Files stay on the page of sources.
	expect(text).not.toMatch(/\.(csv|geojson)/);
	const pdf = await download(page, 'PDF');
	expect(pdf.body.toString('latin1')).toMatch(/MediaBox \[0 0 841\.\d+ 1190\.\d+\]/);
	await page.getByText('PNG', { exact: true }).click();
	await page.getByLabel('Độ nét ảnh').selectOption('1');
	const png = await download(page, 'PNG');
	expect(png.body.readUInt32BE(16)).toBe(1123);
	await page.getByRole('dialog').getByText('Đóng', { exact: true }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the view goes to other programs as GeoJSON', async ({ page }) => {
	await openDialog(page, '/?t=2019-12&district=Huyện%20Mường%20Nhé');
	const { body, file } = await download(page, 'GeoJSON');
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
	await pages(page);
	await expect(page.getByRole('img', { name: 'trang 1 trong 11' })).toBeVisible();
	const atlas = await downloadBy(page, press(page, 'Lập tập bản đồ'));
	await expect(page.getByText('Đã tải xong tập bản đồ.')).toBeVisible();
	expect(atlas.file).toBe('tap-ban-do-2019-12.pdf');
	expect(atlas.body.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(11);
	const table = await download(page, 'Excel (xlsx)');
	expect(table.file).toBe('diaban-2019-12.xlsx');
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(table.body as never);
	expect(workbook.worksheets[0]?.rowCount).toBe(12);
});

/** Cuts the first answer with an atlas off after some bytes: lost, or silent until it is stopped. */
async function cutAtlas(page: Page, how: 'lost' | 'silent'): Promise<void> {
	await page.addInitScript((mode) => {
		const real = window.fetch.bind(window);
		window.fetch = async (input, init) => {
			const answer = await real(input, init);
			const url = input instanceof Request ? input.url : input.toString();
			if (!url.includes('atlas.pdf') || url.includes('skip=')) return answer;
			const reader = answer.body!.getReader();
			let sent = 0;
			const body = new ReadableStream({
				async pull(controller) {
					if (sent > 200_000) {
						if (mode === 'silent') {
							await new Promise((resolve) => init?.signal?.addEventListener('abort', resolve));
						}
						controller.error(new TypeError('network error'));
						return;
					}
					const { value } = await reader.read();
					sent += value!.length;
					controller.enqueue(value);
				}
			});
			return new Response(body, { headers: answer.headers });
		};
	}, how);
}

for (const how of ['lost', 'silent'] as const) {
	test(`an atlas that is ${how === 'lost' ? 'cut off' : 'stopped'} goes on where it was`, async ({
		page
	}) => {
		await cutAtlas(page, how);
		await openDialog(page, '/en?t=2026-10', 'Export');
		await pages(page, 'One page per commune');
		await page.getByRole('button', { name: 'Make the atlas' }).click();
		if (how === 'silent') {
			await expect(page.getByRole('progressbar', { name: 'Atlas of communes' })).toBeVisible();
			await expect(page.getByText(/^Page [1-9]\d* of 45$/)).toBeVisible();
			await page.getByRole('button', { name: 'Stop' }).click();
			await expect(page.getByRole('status').filter({ hasText: 'Stopped at page' })).toBeVisible();
			// What is here is no public copy, and does not become one.
			await page.getByLabel('Public copy').check();
			await expect(page.getByRole('button', { name: 'Continue' })).toHaveCount(0);
			await page.getByLabel('Public copy').uncheck();
		} else {
			await expect(
				page.getByRole('alert').filter({ hasText: 'The connection was lost at page' })
			).toBeVisible();
		}
		// It is still there after the dialog was closed.
		await page.getByRole('dialog').getByText('Close', { exact: true }).click();
		await page.getByRole('button', { name: 'Export', exact: true }).click();
		const { body } = await downloadBy(page, press(page, 'Continue'));
		const whole = await page.request.get('/en/export/map/atlas.pdf?t=2026-10');
		expect(body.equals(await whole.body())).toBe(true);
		// The last page is in the reader's language, as the first.
		expect(body.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(45);
	});
}

test('an atlas waits for a server that makes many files, and comes by itself', async ({
	page,
	complaints
}) => {
	let refused = 0;
	await page.route('**/atlas.pdf?*', (route) =>
		refused++ < 2
			? route.fulfill({ status: 503, headers: { 'retry-after': '1' } })
			: route.continue()
	);
	await openDialog(page, '/en?t=2026-10', 'Export');
	await pages(page, 'One page per commune');
	const coming = downloadBy(page, press(page, 'Make the atlas'));
	await expect(page.getByText('The server is making many files')).toBeVisible();
	const { body } = await coming;
	expect(body.subarray(0, 5).toString()).toBe('%PDF-');
	// The browser notes each refusal.
	expect(complaints.every((text) => text.includes('503'))).toBe(true);
	complaints.length = 0;
});

test('the server says when to try again once too many files are asked for', async ({ request }) => {
	const asked = Array.from({ length: 24 }, () => request.get('/export/table.xlsx?t=2026-10'));
	const answers = await Promise.all(asked);
	const refused = answers.filter((answer) => answer.status() === 503);
	expect(refused.length).toBeGreaterThan(0);
	for (const answer of refused) {
		expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
		expect(await answer.text()).toContain('nhiều tệp cùng lúc');
	}
	expect(answers.filter((answer) => answer.status() === 200).length).toBe(24 - refused.length);
});

test('the rest of an atlas of other data is refused', async ({ page }) => {
	const answer = await page.request.get('/export/map/atlas.pdf?t=2026-10&skip=10', {
		headers: { 'if-match': '"of-yesterday"' }
	});
	expect(answer.status()).toBe(412);
	expect((await page.request.get('/export/map/atlas.pdf?t=2026-10&skip=x')).status()).toBe(400);
});

test('a public copy says so, and hides small counts', async ({ page }) => {
	await openDialog(page, '/?t=2024-12&district=Huyện%20Mường%20Nhé');
	await page.getByLabel('Bản công khai').check();
	// Files are there once it is known that nothing can be worked back.
	await expect(page.getByText('Đã kiểm tra suy ngược đến năm 2025')).toBeVisible();
	const svg = await download(page, 'SVG');
	const text = svg.body.toString('utf8');
	expect(text).toContain('>Công khai</text>');
	expect(text).toContain('Bản công khai: số vụ từ 1 đến 9');
	const geojson = await download(page, 'GeoJSON');
	const { about } = JSON.parse(geojson.body.toString('utf8')) as { about: string[] };
	expect(about[0]).toBe('Công khai');
	await page.getByLabel('Bản công khai').uncheck();
	const inside = await download(page, 'CSV');
	expect(inside.body.toString('utf8')).toContain('# Công khai');
});

test('the check before a public copy shows how far it is, and can be stopped', async ({ page }) => {
	const running = { state: 'running', share: 0.4 };
	await page.route('**/api/public-copy?*', (route) => route.fulfill({ json: running }));
	await openDialog(page, '/?t=2024-12');
	await page.getByLabel('Bản công khai').check();
	await expect(page.getByRole('progressbar', { name: 'Đang kiểm tra suy ngược…' })).toHaveAttribute(
		'value',
		'0.4'
	);
	await expect(page.getByRole('link', { name: 'Tải PDF' })).toHaveCount(0);
	await expectAccessible(page);
	const stopped = page.waitForRequest((request) => request.method() === 'DELETE');
	await page.getByRole('button', { name: 'Dừng' }).click();
	await stopped;
	await expect(page.getByLabel('Bản công khai')).not.toBeChecked();
	await expect(page.getByRole('link', { name: 'Tải PDF' })).toBeVisible();
});

test('a public copy that would tell a count is refused with words', async ({ page }) => {
	const reason = 'Không lập được bản công khai: có thể suy ngược ra số nhỏ của Xã Pu Nhi.';
	await page.route('**/api/public-copy?*', (route) =>
		route.fulfill({ json: { state: 'refused', reason } })
	);
	await openDialog(page, '/?t=2024-12');
	await page.getByLabel('Bản công khai').check();
	await expect(page.getByRole('alert')).toHaveText(reason);
	await expect(page.getByRole('link', { name: 'Tải PDF' })).toHaveCount(0);
});

test('the timeline goes to a film that plays', async ({ page }) => {
	test.slow();
	await openDialog(page, '/?t=2019-12&step=year&theme=trend');
	await page.getByRole('tab', { name: 'Phim' }).click();
	const { file, body } = await downloadBy(page, press(page, 'Ghi phim'));
	expect(file).toMatch(/^dong-thoi-gian-2026-\d\d\.(mp4|webm)$/);
	await expect(page.getByText('Đã ghi xong phim.')).toBeVisible();
	const film = new Input({ source: new BufferSource(body), formats: ALL_FORMATS });
	const track = (await film.getPrimaryVideoTrack())!;
	expect([track.displayWidth, track.displayHeight]).toEqual([1920, 1080]);
	// Seven Decembers of 1.4 s; both changes of boundaries and the latest month 3 s.
	expect(await film.computeDuration()).toBeCloseTo(7 * 1.4 + 3 * 3, 1);
});

test('a film can be stopped', async ({ page }) => {
	await openDialog(page, '/?t=2019-12&step=month');
	await page.getByRole('tab', { name: 'Phim' }).click();
	await page.getByRole('button', { name: 'Ghi phim' }).click();
	await page
		.getByRole('region', { name: 'Phim dòng thời gian' })
		.getByRole('button', { name: 'Dừng' })
		.click();
	await expect(page.getByRole('button', { name: 'Ghi phim' })).toBeVisible();
});

test('a browser that writes no films says so', async ({ page }) => {
	await page.addInitScript(() => Reflect.deleteProperty(window, 'VideoEncoder'));
	await openDialog(page);
	await page.getByRole('tab', { name: 'Phim' }).click();
	await page.getByRole('button', { name: 'Ghi phim' }).click();
	await expect(page.getByRole('alert').filter({ hasText: 'không ghi được phim' })).toBeVisible();
});

test('a sheet is in the reader’s language', async ({ page }) => {
	const answer = await page.request.get('/en/export/map/sheet.svg?t=2026-10&theme=sites');
	const text = await answer.text();
	expect(text).toContain('COMMUNITY MODEL SITES, ĐIỆN BIÊN PROVINCE');
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
	await page.goto('/?t=2019-12#export');
	await expect(page.getByRole('dialog')).toBeVisible();
	await expectNoSideways(page);
	await expect(page.getByRole('link', { name: 'Tải PDF' })).toBeInViewport();
});

test('after a merger the sheet shows former communes, adds up and names the capital', async ({
	page
}) => {
	const answer = await page.request.get('/export/map/sheet.svg?t=2026-10');
	const text = await answer.text();
	const lines = [...text.matchAll(/<text[^>]*>([^<]*)</g)].map(([, line]) => line);
	for (const line of ['129 xã cũ, theo trạng thái cuối', 'Đã đạt', 'Được phê duyệt']) {
		expect(lines).toContain(line);
	}
	expect(lines[lines.indexOf('Đã đạt') + 1]).toBe('42');
	expect(lines[lines.indexOf('Được phê duyệt') + 1]).toBe('44');
	expect(lines[lines.indexOf('Tất cả') + 1]).toBe('129');
	expect(lines).toContain('Điện Biên Phủ');
	expect(lines).toContain('Noong Bua: tái phức tạp');
	expect(text).toContain('1661/NQ-UBTVQH15 của Ủy ban Thường vụ Quốc hội');
	expect(text).toContain('văn bản của Ban Chỉ đạo tỉnh');
	// Where each former commune has its shape nothing is striped.
	expect(text).not.toContain('rotate(45)');
});

test('the base map is on a sheet only when it is asked for there', async ({ page }) => {
	await openDialog(page, '/?t=2023-12&land=on');
	const sheet = async () => (await download(page, 'SVG')).body.toString('utf8');
	expect(await sheet()).not.toContain('<clipPath');
	await page.getByRole('checkbox', { name: 'Sông, đường, núi (nền)' }).check();
	const asked = await sheet();
	expect(asked).toContain('<clipPath');
	expect(asked).toContain('Nền: Nền minh họa');
});

test('the sheet of the summary has its nine cells', async ({ page }) => {
	const answer = await page.request.get('/export/map/sheet.svg?t=2026-10&theme=summary');
	const text = await answer.text();
	expect(text).toContain('TỔNG HỢP: DIỆN CHUYỂN HÓA VÀ XU HƯỚNG');
	for (const color of ['#533aaa', '#968dd8', '#cbcbfe', '#c15e2d', '#fcd6aa']) {
		expect(text).toContain(`fill="${color}"`);
	}
});

test('the preview follows the choices, and the figures have one, too', async ({ page }) => {
	await openDialog(page, '/?t=2026-10');
	await expect(page.getByRole('img', { name: 'Xem trước · A4 ngang' })).toBeVisible();
	await page.getByLabel('Chiều').selectOption('portrait');
	await page.getByLabel('Lưới tọa độ VN-2000').check();
	await expect(page.getByRole('img', { name: 'Xem trước · A4 dọc' })).toHaveAttribute(
		'src',
		/side=portrait.*grid=1/
	);
	await page.getByRole('tab', { name: 'Số liệu' }).click();
	await expect(page.getByText('Xem trước · 12 trong 45 dòng')).toBeVisible();
	await expect(page.getByRole('dialog').getByRole('row')).toHaveCount(13);
	await expectAccessible(page);
});

test('a preview that cannot be drawn says so and can be tried again', async ({
	page,
	complaints
}) => {
	await page.route('**/export/map/sheet.svg?*', (route) => route.fulfill({ status: 500 }));
	await openDialog(page, '/?t=2026-10');
	await expect(page.getByRole('alert')).toContainText('Chưa vẽ được bản xem trước.');
	await page.unroute('**/export/map/sheet.svg?*');
	await page.getByRole('button', { name: 'Thử lại' }).click();
	await expect(page.getByRole('img', { name: 'Xem trước' })).toBeVisible();
	complaints.length = 0;
});

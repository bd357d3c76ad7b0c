import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Slide, Story } from '#lib/domain/story/story.ts';
import { expectAccessible } from './support/accessible.ts';
import { expectNoSideways } from './support/layout.ts';
import { hoverMap, pointOf } from './support/picture.ts';
import { legend, mapIsReady, openMap } from './support/province.ts';
import { startServer } from './support/second-server.ts';
import { expect, test } from './support/test.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const month = (page: Page) => page.locator('.stage .when');
const slides = (page: Page) => page.getByRole('region', { name: /^Các trang/ }).locator('ol > li');
const saved = (page: Page) =>
	expect(page.getByRole('status').filter({ hasText: /^\s*Đã lưu( \d\d:\d\d)?\s*$/ })).toBeVisible();
const addPage = async (page: Page, item: string) => {
	await page.getByRole('button', { name: 'Thêm trang' }).click();
	await page.getByRole('menuitem', { name: item }).click();
};
const back = (page: Page) => page.getByRole('link', { name: 'Tất cả các bài' });

function view(key: string, title: string, query: string, more: Partial<Slide> = {}): Slide {
	return {
		kind: 'view',
		key,
		title,
		note: '',
		speaker: '',
		view: query,
		date: '2026-11-26',
		seen: { dataVersion: 1, counts: [] },
		...more
	} as Slide;
}

const SLIDES: Slide[] = [
	{
		kind: 'text',
		key: 'a',
		title: 'Khai mạc',
		note: '',
		speaker: 'Chào',
		text: 'Sơ kết giai đoạn 1'
	},
	view('b', 'Qua sáp nhập', 't=2025-07&step=month', { playFrom: '2025-06', speaker: 'Nói chậm' }),
	view('c', 'Mường Nhé', 't=2023-12&unit=03160'),
	{
		kind: 'figures',
		key: 'd',
		title: 'Kết quả',
		note: '',
		speaker: '',
		dataVersion: 1,
		date: '2026-11-26',
		figures: [{ value: '43/44', label: 'xã đạt' }]
	},
	view('e', 'Phễu', 't=2023-12&theme=trend', { kind: 'chart', plot: 'funnel' })
];

async function makeStory(page: Page, list: readonly Slide[] = SLIDES, base = ''): Promise<Story> {
	const answer = await page.request.post(`${base}/api/stories`, {
		data: { title: 'Hội nghị sơ kết', slides: list }
	});
	expect(answer.status()).toBe(200);
	return (await answer.json()) as Story;
}

async function present(page: Page, { id }: Story, slide = 1, base = ''): Promise<void> {
	await page.goto(`${base}/story/${id}/present?slide=${slide}`);
	await expect(page.locator('.room')).toHaveAttribute('data-prepared', 'true', { timeout: 30_000 });
}

test('a view becomes a slide, and slides are moved, doubled, taken out and undone', async ({
	page
}) => {
	await openMap(page, '/?t=2019-12&theme=trend');
	await page.getByRole('button', { name: 'Thêm vào trình chiếu' }).click();
	const dialog = page.getByRole('dialog', { name: 'Thêm vào trình chiếu' });
	// The title states the result.
	await expect(dialog.getByLabel('Tiêu đề')).toHaveValue(
		/^Phạm pháp hình sự (giảm|tăng) rõ|^Không xã nào tăng hay giảm rõ/
	);
	await dialog.getByLabel('Bài trình chiếu').selectOption('');
	await dialog.getByRole('button', { name: 'Thêm trang' }).click();
	await dialog.getByRole('link', { name: 'Mở bài' }).click();
	await expect(slides(page)).toHaveCount(1);
	await addPage(page, 'Thêm trang chữ');
	await page.getByLabel('Tiêu đề').fill('Kết luận');
	await page.getByLabel('Nội dung').fill('Ba việc phải làm');
	await addPage(page, 'Thêm trang con số');
	await expect(page.getByLabel('Con số 1', { exact: true })).toHaveValue(/\d+\/\d+/);
	await expect(slides(page)).toHaveCount(3);
	await page.getByRole('button', { name: 'Đưa trang 2 lên' }).click();
	await expect(slides(page).first()).toContainText('Kết luận');
	await page.getByRole('button', { name: 'Nhân bản' }).click();
	await expect(slides(page)).toHaveCount(4);
	await page.getByRole('button', { name: 'Bỏ trang' }).click();
	await page.getByRole('button', { name: 'Bỏ trang' }).click();
	await expect(slides(page)).toHaveCount(2);
	await page.getByRole('button', { name: 'Hoàn tác' }).click();
	await expect(slides(page)).toHaveCount(3);
	await saved(page);
	await page.reload();
	await expect(slides(page)).toHaveCount(3);
	await slides(page).first().getByRole('button').first().click();
	await expect(page.getByLabel('Nội dung')).toHaveValue('Ba việc phải làm');
	await expectAccessible(page);
});

test('a whole conference by keys: play over the reform, blank, jump, question and return', async ({
	page
}) => {
	await present(page, await makeStory(page));
	await expect(heading(page)).toHaveText('Khai mạc');
	await page.keyboard.press('PageDown');
	await expect(heading(page)).toHaveText('Qua sáp nhập');
	// The timeline plays inside the slide, over the change of boundaries, and stops where the view is.
	await expect(month(page)).toContainText('06/2025');
	await expect(month(page)).toContainText('07/2025', { timeout: 15_000 });
	await expect(month(page)).toContainText('129 xã, phường, thị trấn sắp xếp thành 45 xã, phường');
	await expect(page.getByRole('button', { name: 'Chạy dòng thời gian' })).toBeVisible();

	await page.keyboard.press('b');
	await expect(page.getByText('Màn hình đang tắt.')).toBeAttached();
	await page.keyboard.press('ArrowRight');
	await expect(page.getByText('Màn hình đang tắt.')).toHaveCount(0);
	await expect(heading(page)).toHaveText('Qua sáp nhập');

	await page.keyboard.press('3');
	await page.keyboard.press('Enter');
	await expect(heading(page)).toHaveText('Mường Nhé');
	await expect(page.locator('.spotlight')).toContainText('Xã Mường Nhé');

	await page.keyboard.press('q');
	await expect(page).toHaveURL(/\/\?t=2023-12&unit=03160/);
	await mapIsReady(page);
	await page.getByRole('radio', { name: 'Mô hình' }).check({ force: true });
	await page.getByRole('link', { name: '← Quay lại trình chiếu' }).click();
	await expect(heading(page)).toHaveText('Mường Nhé');
	await page.keyboard.press('End');
	await expect(heading(page)).toHaveText('Phễu');
	await page.keyboard.press('ArrowLeft');
	await expect(page.getByText('43/44')).toBeVisible();
	// The address follows the slide, so that a reload stays where it is.
	await expect(page).toHaveURL(/slide=4/);
	await page.reload();
	await expect(page.getByText('43/44')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(slides(page)).toHaveCount(5);
});

test('the presenter’s window has notes, the next slide and a clock, and turns pages', async ({
	page
}) => {
	await present(page, await makeStory(page));
	const opening = page.waitForEvent('popup');
	await page.keyboard.press('w');
	const desk = await opening;
	await expect(desk.getByText('Chào', { exact: true })).toBeVisible();
	await expect(desk.getByRole('region', { name: 'Tiếp theo' })).toContainText('Qua sáp nhập');
	await expect(desk.locator('time')).toHaveText(/^\d\d:\d\d$/);
	await expect(desk.getByText('Đủ trang, chạy được khi mất mạng')).toBeVisible();
	await desk.getByRole('button', { name: 'Trang sau' }).click();
	await expect(heading(page)).toHaveText('Qua sáp nhập');
	await expect(desk.getByText('Nói chậm')).toBeVisible();
	await desk.keyboard.press('b');
	await expect(page.getByText('Màn hình đang tắt.')).toBeAttached();
	await expect(desk.locator('.current').getByRole('status')).toHaveText('Tắt màn hình');
	await expectAccessible(desk);
});

test('a commune is put in the light by a click, and let go by Escape', async ({ page }) => {
	await present(page, await makeStory(page, [view('a', 'Toàn tỉnh', 't=2023-12')]));
	await mapIsReady(page);
	const point = await pointOf(page, '2020-01-01', '03160');
	await hoverMap(page, point);
	await page.mouse.click(point.x, point.y);
	await expect(page.locator('.spotlight')).toContainText('Xã Mường Nhé');
	await page.keyboard.press('Escape');
	await expect(page.locator('.spotlight')).toHaveCount(0);
	await expect(heading(page)).toHaveText('Toàn tỉnh');
});

test('the show goes on when the server is stopped in the middle', async ({ page, complaints }) => {
	const server = await startServer();
	try {
		// The database is made first.
		await expect
			.poll(async () => (await page.request.get(`${server.address}/healthz`)).status(), {
				timeout: 60_000
			})
			.toBe(200);
		const list = [...SLIDES, view('f', 'Các năm', 't=2023-12', { kind: 'chart', plot: 'years' })];
		await present(page, await makeStory(page, list, server.address), 1, server.address);
	} finally {
		await server.stop();
	}
	await page.keyboard.press('ArrowRight');
	await expect(month(page)).toContainText('07/2025', { timeout: 15_000 });
	await expect(month(page)).toContainText('129 xã, phường, thị trấn sắp xếp thành 45 xã, phường');
	// The first map is drawn only now.
	await mapIsReady(page);
	await page.keyboard.press('ArrowRight');
	await expect(page.locator('.spotlight')).toContainText('Xã Mường Nhé');
	await page.keyboard.press('ArrowRight');
	await expect(page.getByText('43/44')).toBeVisible();
	await page.keyboard.press('ArrowRight');
	await expect(heading(page)).toHaveText('Phễu');
	await expect(page.locator('.chart svg').first()).toBeVisible();
	await page.keyboard.press('ArrowRight');
	await expect(page.locator('.chart canvas').first()).toBeVisible();
	// Other pages need the server: the hall is not left for an error.
	await page.keyboard.press('q');
	await expect(page.getByRole('alert')).toContainText('Không gặp máy chủ');
	await page.keyboard.press('Home');
	await expect(heading(page)).toHaveText('Khai mạc');
	complaints.length = 0;
});

test('what was just written is presented, and can be written on after', async ({ page }) => {
	const { id } = await makeStory(page);
	await page.goto(`/story/${id}`);
	await page.getByLabel('Tiêu đề').fill('Khai mạc, bản mới');
	// At once, before it saves by itself.
	await page.getByRole('main').getByRole('link', { name: 'Trình chiếu', exact: true }).click();
	await expect(heading(page)).toHaveText('Khai mạc, bản mới');
	await page.keyboard.press('Escape');
	await expect(slides(page).first()).toContainText('Khai mạc, bản mới');
	await page.getByLabel('Nội dung').fill('Thêm một dòng');
	await saved(page);
	await back(page).click();
	await page
		.getByRole('link', { name: /^Sửa bài Hội nghị sơ kết/ })
		.first()
		.click();
	await expect(page.getByLabel('Nội dung')).toHaveValue('Thêm một dòng');
});

test('what cannot be saved is not lost by leaving, nor by a story that was deleted', async ({
	page,
	complaints
}) => {
	const { id } = await makeStory(page);
	await page.goto(`/story/${id}`);
	await expect(slides(page)).toHaveCount(5);
	await page.route('**/api/stories/*', (route) => route.abort());
	await page.getByLabel('Tiêu đề').fill('Chỉ có ở đây');
	await expect(page.getByText(/^Chưa lưu được/)).toBeVisible();
	page.once('dialog', (dialog) => void dialog.dismiss());
	await back(page).click();
	await expect(page.getByLabel('Tiêu đề')).toHaveValue('Chỉ có ở đây');
	// It tries again when it is told to, and by itself.
	const again = page.waitForRequest('**/api/stories/*');
	await page.getByRole('button', { name: 'Thử lại' }).click();
	await again;
	await page.unroute('**/api/stories/*');
	await saved(page);
	await page.request.delete(`/api/stories/${id}`);
	await page.getByLabel('Tiêu đề').fill('Viết tiếp');
	await expect(page.getByText(/^Bài này đã bị xóa ở nơi khác/)).toBeVisible();
	await page.getByRole('button', { name: 'Lưu phần của tôi thành bài riêng' }).click();
	await expect(page.getByLabel('Tên bài')).toHaveValue('Hội nghị sơ kết (bản của tôi)');
	await expect(slides(page).first()).toContainText('Viết tiếp');
	// The browser reports the requests that failed.
	complaints.length = 0;
});

test('what is typed before the page has started is kept', async ({ page }) => {
	const { id } = await makeStory(page);
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/_app/immutable/entry/*.js', (route) => held.then(() => route.continue()));
	await page.goto(`/story/${id}`, { waitUntil: 'commit' });
	await page.getByLabel('Tiêu đề').fill('Sớm hơn trang');
	await page.getByLabel('Tên bài').fill('Bài mới');
	release();
	await expect(page.getByRole('button', { name: 'Hoàn tác' })).toBeEnabled();
	await saved(page);
	await expect(slides(page).first()).toContainText('Sớm hơn trang');
	const story = (await (await page.request.get(`/api/stories/${id}`)).json()) as Story;
	expect([story.title, story.slides[0]?.title]).toEqual(['Bài mới', 'Sớm hơn trang']);
});

test('five review slides are made from the province’s own data', async ({ page }) => {
	await page.goto('/story');
	await page.getByRole('button', { name: '5 trang sơ kết' }).click();
	await expect(slides(page)).toHaveCount(5);
	for (const title of [
		/Ba con số đến/,
		/Năm 2019: 44 xã được phê duyệt, 19 đã đạt/,
		/42 trong 44 xã đã đạt/
	]) {
		await expect(slides(page).filter({ hasText: title })).toHaveCount(1);
	}
	// The titles are what the slides' own data say: nothing else is proposed.
	await slides(page).nth(3).getByRole('button').first().click();
	await expect(
		page
			.getByRole('img', { name: /^42 trong 44/ })
			.locator('svg')
			.first()
	).toBeVisible();
	await expect(page.getByText('Theo số liệu:')).toHaveCount(0);
	await expect(page.getByLabel(/^Lời người nói/)).toHaveValue(/42 đạt/);
	await page.getByLabel('Chủ đề').selectOption('trend');
	await expect(page.getByLabel(/^Tiêu đề/)).toHaveValue(/rõ/);
	await expectAccessible(page);
});

test('a slide is moved by Alt and an arrow, and by dragging', async ({ page }) => {
	const { id } = await makeStory(page);
	await page.goto(`/story/${id}`);
	const first = slides(page).first().getByRole('button').first();
	await first.click();
	await first.press('Alt+ArrowDown');
	await expect(slides(page).nth(1)).toContainText('Khai mạc');
	await slides(page).nth(1).dragTo(slides(page).nth(3));
	await expect(slides(page).nth(3)).toContainText('Khai mạc');
	await saved(page);
});

test('of forty slides only those in view are drawn, and the others when they come into view', async ({
	page
}) => {
	const many = Array.from({ length: 40 }, (_, at) =>
		view(`m${at}`, `Trang ${at}`, `t=${2018 + (at % 8)}-12&theme=${at % 2 ? 'trend' : 'status'}`)
	);
	const { id } = await makeStory(page, many);
	await page.goto(`/story/${id}`);
	await expect(page.locator('[data-drawn="3"]')).toBeVisible();
	await expect(page.locator('[data-drawn="39"]')).toHaveCount(0);
	for (const number of [10, 20, 30, 39]) {
		await slides(page).nth(number).scrollIntoViewIfNeeded();
		await expect(page.locator(`[data-drawn="${number}"]`)).toBeVisible();
	}
});

test('typing in one field is undone as one, another field apart', async ({ page }) => {
	const { id } = await makeStory(page);
	// However slow the keys are: nothing is saved between two of them.
	await page.route(`**/api/stories/${id}`, () => {});
	await page.goto(`/story/${id}`);
	await page.getByLabel('Tiêu đề').press('End');
	await page.getByLabel('Tiêu đề').pressSequentially(' A');
	await page.getByLabel('Nội dung').pressSequentially('B ');
	await page.getByRole('button', { name: 'Hoàn tác' }).click();
	await expect(page.getByLabel('Nội dung')).toHaveValue('Sơ kết giai đoạn 1');
	await expect(page.getByLabel('Tiêu đề')).toHaveValue('Khai mạc A');
});

test('a commune of today is lit when the timeline has come to it over the reform', async ({
	page
}) => {
	const lit = view('a', 'Sín Thầu', 't=2025-12&unit=03158&step=year', { playFrom: '2024-12' });
	// Playing does not wait for those who look: what stood there is written down as it comes.
	await page.addInitScript(() => {
		const seen = new Set<string>();
		Object.assign(window, { seen });
		new MutationObserver(() => {
			const when = document.querySelector('.stage .when')?.textContent;
			const [shown] = /\d\d\/\d{4}/.exec(when ?? '') ?? [];
			if (shown) seen.add(`${shown} ${document.querySelector('.spotlight') ? 'lit' : 'unlit'}`);
		}).observe(document, { childList: true, subtree: true, characterData: true });
	});
	await present(page, await makeStory(page, [lit]));
	await expect(month(page)).toContainText('12/2025');
	// The change lies between two Decembers, and is said all the same.
	await expect(month(page)).toContainText('129 xã, phường, thị trấn sắp xếp thành 45 xã, phường');
	await expect(page.locator('.spotlight')).toContainText('Xã Sín Thầu');
	// Its code was another commune's before: that one is not meant.
	const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
	expect(seen).toContain('12/2024 unlit');
	expect(seen).not.toContain('12/2024 lit');
});

test('the show goes on when the picture changes its size in mid-flight', async ({ page }) => {
	await page.setViewportSize({ width: 1920, height: 1080 });
	await present(page, await makeStory(page, [view('w', 'Toàn tỉnh', 't=2023-12'), SLIDES[2]!]));
	await mapIsReady(page);
	await page.keyboard.press('ArrowRight');
	// The projector is unplugged: the laptop's own screen is smaller.
	await page.setViewportSize({ width: 1024, height: 640 });
	await expect(page.locator('.spotlight')).toContainText('Xã Mường Nhé');
	const canvas = page.locator('.maplibregl-canvas');
	await expect
		.poll(async () => Math.round((await canvas.boundingBox())!.width))
		.toBe(Math.round((await page.locator('section.map').boundingBox())!.width));
	await page.setViewportSize({ width: 1920, height: 1080 });
	await page.keyboard.press('ArrowLeft');
	await expect(heading(page)).toHaveText('Toàn tỉnh');
	await mapIsReady(page);
	await expectNoSideways(page);
});

test('a slide whose data has changed says what was and is, and is renewed on request', async ({
	page
}) => {
	const seen = {
		dataVersion: 1,
		counts: [
			[0, 85],
			[4, 45]
		] as [number, number][]
	};
	const { id } = await makeStory(page, [view('a', 'Năm 2017', 't=2017-12', { seen })]);
	await page.goto(`/story/${id}`);
	await expect(slides(page).first()).toContainText('số liệu đã đổi');
	await expect(page.getByText(/: \d+ → \d+ xã$/).first()).toBeVisible();
	await page.getByRole('button', { name: 'Cập nhật' }).click();
	await expect(page.getByText('số liệu đã đổi')).toHaveCount(0);
	await saved(page);
	await page.reload();
	await expect(slides(page)).toHaveCount(1);
	await expect(page.getByText('số liệu đã đổi')).toHaveCount(0);
});

test('what a slide names and nobody knows any more is said in words', async ({ page }) => {
	const { id } = await makeStory(page, [
		view('a', 'Xã cũ', 't=2026-10&unit=99999'),
		view('b', 'Chủ đề cũ', 't=2026-10&theme=mood')
	]);
	await page.goto(`/story/${id}`);
	await expect(page.getByText(/^Xã mã 99999 không có trên địa giới/)).toBeVisible();
	await slides(page).nth(1).getByRole('button').first().click();
	await expect(page.getByText(/^Chủ đề “mood” không còn/)).toBeVisible();
	await present(page, { id } as Story);
	await expect(heading(page)).toHaveText('Xã cũ');
	await expect(month(page)).toContainText('10/2026');
});

test('two people who edit at a time lose nothing', async ({ page, complaints }) => {
	const story = await makeStory(page);
	await page.goto(`/story/${story.id}`);
	await expect(slides(page)).toHaveCount(5);
	const theirs = await page.request.put(`/api/stories/${story.id}`, {
		data: { ...story, title: 'Bản của người khác' }
	});
	expect(theirs.status()).toBe(200);
	await page.getByLabel('Tiêu đề').fill('Khai mạc của tôi');
	await expect(page.getByText(/^Người khác vừa sửa bài này/)).toBeVisible();
	await page.getByRole('button', { name: 'Lưu phần của tôi thành bài riêng' }).click();
	await expect(page.getByLabel('Tên bài')).toHaveValue('Hội nghị sơ kết (bản của tôi)');
	await expect(slides(page).first()).toContainText('Khai mạc của tôi');
	await page.goto(`/story/${story.id}`);
	await expect(page.getByLabel('Tên bài')).toHaveValue('Bản của người khác');
	await expect(slides(page).first()).toContainText('Khai mạc');
	// The browser reports that the server refused to overwrite.
	complaints.length = 0;
});

test('a list with its undo; nothing is applied to what others see', async ({ page }) => {
	const title = `Bài ${Date.now()}`;
	await page.goto('/story');
	await page.getByLabel('Tên bài').fill(title);
	await page.getByRole('button', { name: 'Tạo bài trình chiếu' }).click();
	await expect(page.getByLabel('Tên bài')).toHaveValue(title);
	await back(page).click();
	await page.getByRole('button', { name: `Xóa bài ${title}` }).click();
	await expect(page.getByRole('link', { name: `Sửa bài ${title}` })).toHaveCount(0);
	await page.getByRole('button', { name: 'Hoàn tác' }).click();
	await expect(page.getByRole('link', { name: `Sửa bài ${title}` })).toBeVisible();
	await expectAccessible(page);
});

for (const scheme of ['light', 'dark'] as const) {
	test(`the ${scheme} stage is accessible, on a wall and with a long title`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
		await page.setViewportSize({ width: 1920, height: 1080 });
		const long = 'Kết quả chuyển hóa địa bàn trọng điểm '.repeat(13).slice(0, 500);
		await present(page, await makeStory(page, [view('a', long, 't=2023-12'), ...SLIDES.slice(3)]));
		await expect(heading(page)).toContainText('Kết quả chuyển hóa');
		await expectNoSideways(page);
		await expectAccessible(page);
		await page.keyboard.press('ArrowRight');
		await expectAccessible(page);
	});
}

test('slides change by themselves in a lobby', async ({ page }) => {
	await page.clock.install();
	await present(page, await makeStory(page, SLIDES.slice(3, 4).concat(SLIDES.slice(0, 1))));
	await page.keyboard.press('a');
	await expect(page.getByRole('button', { name: 'Tự chạy: 20 giây' })).toBeVisible();
	await page.clock.runFor(21_000);
	await expect(heading(page)).toHaveText('Khai mạc');
	await page.clock.runFor(20_000);
	await expect(page.getByText('43/44')).toBeVisible();
	await page.keyboard.press('a');
	await expect(page.getByRole('button', { name: 'Tự chạy', exact: true })).toBeVisible();
});

test('the pages of presentations fit a phone', async ({ page }) => {
	const { id } = await makeStory(page);
	await page.setViewportSize({ width: 390, height: 844 });
	for (const path of ['/story', `/story/${id}`, `/story/${id}/present`]) {
		await page.goto(path);
		await expect(page.locator('main')).toBeVisible();
		await expectNoSideways(page);
	}
});

test('a presentation is one HTML file that plays without a server or a network', async ({
	page,
	context,
	complaints
}) => {
	const story = await makeStory(page);
	await page.goto('/story');
	const downloading = page.waitForEvent('download');
	await page
		.getByRole('link', { name: `Tệp HTML (không cần mạng): ${story.title}` })
		.first()
		.click();
	const got = await downloading;
	expect(got.suggestedFilename()).toBe('Hội nghị sơ kết.html');
	const path = test.info().outputPath('show.html');
	await got.saveAs(path);

	await context.setOffline(true);
	const asked: string[] = [];
	const show = await context.newPage();
	show.on('request', (request) => asked.push(request.url()));
	await show.goto(`file://${path}`);
	await expect(heading(show)).toHaveText('Khai mạc');
	await expect(show.getByText('Sơ kết giai đoạn 1')).toBeVisible();
	await show.keyboard.press('ArrowRight');
	// The timeline plays over the reform inside the file, too.
	await expect(show.locator('#month')).toHaveText('06/2025');
	await expect(show.locator('#month')).toHaveText('07/2025', { timeout: 10_000 });
	await expect(show.locator('#change')).toContainText('sắp xếp thành 45 xã, phường');
	await expect(show.locator('#map path')).toHaveCount(45);
	await show.getByRole('slider').fill(String(2019 * 12 + 11));
	await expect(show.locator('#month')).toHaveText('12/2019');
	await expect(show.locator('#map path')).toHaveCount(130);
	const total = async () =>
		(await show.locator('#legend li:not(.sum) b').allTextContents()).reduce(
			(sum, text) => sum + Number(text),
			0
		);
	expect(await total()).toBe(130);
	await show.locator('#map path').nth(60).hover();
	await expect(show.locator('#card')).toHaveText(/^(Xã|Phường|Thị trấn) .+: .+/);
	await show.keyboard.press('b');
	await expect(show.locator('h1')).toBeHidden();
	await show.keyboard.press('b');
	await show.setViewportSize({ width: 390, height: 844 });
	await expectNoSideways(show);
	await show.getByRole('button', { name: 'Trang sau' }).focus();
	await show.keyboard.press('End');
	await show.keyboard.press('ArrowLeft');
	await expect(show.getByText('43/44')).toBeVisible();
	await expect(show.getByText('Số liệu minh họa', { exact: true })).toBeVisible();
	await expectAccessible(show);
	// Nothing was asked for but the file itself and what is written in it.
	expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
	await context.setOffline(false);
	// The page that stayed open missed its server meanwhile.
	complaints.length = 0;
});

test('a file has the charts of the stage, dark or light, and jumps to a slide', async ({
	page,
	context
}) => {
	const story = await makeStory(page, [
		view('a', 'Phễu', 't=2023-12&theme=trend', { kind: 'chart', plot: 'funnel' }),
		view('b', 'Các năm', 't=2026-10', { kind: 'chart', plot: 'years' })
	]);
	await present(page, story);
	await expect(page.getByRole('option').first()).toBeVisible();
	const drawn = await page.getByRole('option').count();
	await expect(legend(page)).toBeVisible();

	const answer = await page.request.get(`/export/story/${story.id}/show.html`);
	const path = test.info().outputPath('show.html');
	await writeFile(path, await answer.body());
	const show = await context.newPage();
	await show.emulateMedia({ colorScheme: 'dark' });
	await show.goto(`file://${path}`);
	await expect(show.locator('.marks circle')).toHaveCount(drawn);
	await show.locator('.marks circle').last().hover();
	await expect(show.locator('#card')).toHaveText(
		/^(Xã|Phường|Thị trấn) .+: [\d.]+ vụ, .+ trên 10\.000 dân/
	);
	await expect(show.getByText('Giữa hai đường liền')).toBeVisible();
	await expectAccessible(show);
	const paper = () =>
		show.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
	const dark = await paper();
	await show.keyboard.press('d');
	expect(await paper()).not.toBe(dark);
	await show.getByRole('button', { name: 'Nền tối hoặc sáng' }).click();
	expect(await paper()).toBe(dark);
	await show.getByRole('button', { name: 'Nền tối hoặc sáng' }).blur();

	await show.keyboard.press('2');
	await show.keyboard.press('Enter');
	await expect(heading(show)).toHaveText('Các năm');
	await expect(show.locator('#card')).toBeHidden();
	await expect(show.locator('.years figure')).toHaveCount(10);
	await expect(
		show.getByRole('img', { name: /^2017: .*Không thuộc diện 86/ }).locator('path')
	).toHaveCount(45);
	await show.setViewportSize({ width: 390, height: 844 });
	await expectNoSideways(show);
	// A merged unit whose members differ has their bands.
	await expect(show.locator('.years path[style*="url("]').first()).toBeAttached();
	await expectAccessible(show);
});

test('a public copy has no charts of single communes and no speaker’s notes', async ({
	page,
	context
}) => {
	const { id } = await makeStory(page, [
		view('a', 'Phễu', 't=2023-12', { kind: 'chart', plot: 'funnel', speaker: 'Nói riêng' })
	]);
	await page.goto('/story');
	await page.getByRole('checkbox', { name: /^Bản công khai/ }).check();
	const link = page.locator(`a[href="/export/story/${id}/show.html?public=1"]`);
	const downloading = page.waitForEvent('download');
	await link.click();
	const path = test.info().outputPath('show.html');
	const got = await downloading;
	expect(got.suggestedFilename()).toBe('Hội nghị sơ kết (Bản công khai).html');
	await got.saveAs(path);
	const show = await context.newPage();
	await show.goto(`file://${path}`);
	await expect(show.getByText(/không có trong bản công khai/)).toBeVisible();
	await expect(show.getByText(/^Công khai/)).toBeVisible();
	await expect(show.locator('.marks circle')).toHaveCount(0);
	// Names of parts stand in a zip as they are.
	const hasChart = async (query: string) => {
		const answer = await page.request.get(`/export/story/${id}/slides.pptx${query}`);
		return (await answer.body()).includes('ppt/charts/chart1.xml');
	};
	expect([await hasChart(''), await hasChart('?public=1')]).toEqual([true, false]);
});

test('a file keeps to the boundaries, the district, the commune and the people of its views', async ({
	page,
	context,
	complaints
}) => {
	const { id } = await makeStory(page, [
		view('a', 'Địa giới hiện nay', 't=2019-12&on=today'),
		view('b', 'Huyện', 't=2019-12&district=Huyện%20Mường%20Nhé'),
		view('c', 'Xã', 't=2019-12&unit=03160'),
		view('d', 'Trên 10.000 dân', 't=2023-12&theme=sites&per=people'),
		view('e', 'Qua các năm', 't=2025-12', { playFrom: '2024-12' })
	]);
	const answer = await page.request.get(`/export/story/${id}/show.html`);
	const path = test.info().outputPath('views.html');
	await writeFile(path, await answer.body());
	const show = await context.newPage();
	await show.goto(`file://${path}`);
	const counts = async () =>
		(await show.locator('#legend li:not(.sum) b').allTextContents()).reduce(
			(sum, each) => sum + Number(each),
			0
		);
	const faded = show.locator('#map path[opacity="0.18"]');
	await expect(show.locator('#map path')).toHaveCount(45);
	await expect(show.locator('#month')).toHaveText('12/2019');
	await show.keyboard.press('PageDown');
	await expect(show.locator('#map path')).toHaveCount(130);
	await expect(faded).toHaveCount(119);
	expect(await counts()).toBe(11);
	await show.keyboard.press('PageDown');
	await expect(faded).toHaveCount(129);
	expect(await counts()).toBe(130);
	await show.keyboard.press('PageDown');
	await expect(show.locator('#legend')).toContainText('> ');
	// A clicker turns pages, wherever the focus is.
	await show.getByRole('slider').focus();
	await show.keyboard.press('PageDown');
	await expect(heading(show)).toHaveText('Qua các năm');
	await expect(show.locator('#month')).toHaveText('07/2025', { timeout: 20_000 });
	await expect(show.locator('#change')).toContainText('sắp xếp thành 45 xã, phường');
	complaints.length = 0;
});

test('a saved plan becomes a slide, which outlives it', async ({ page, context, complaints }) => {
	const name = `Theo điểm ${Date.now()}`;
	const saved = await page.request.post('/api/plan/scenarios', {
		data: {
			name,
			author: 'Lò Văn An',
			dataVersion: 1,
			month: '2026-10',
			track: 'TTATXH',
			frame: '2025-07-01',
			inputs: {},
			outcome: {
				value: 1,
				chosen: [
					{
						code: '03158',
						name: 'Xã Sín Thầu',
						group: 'Huyện Mường Nhé',
						score: 0.5,
						rank: 1,
						cost: 200,
						reason: null
					}
				]
			}
		}
	});
	const [{ id }] = (await saved.json()) as [{ id: number }];
	await page.goto('/plan');
	await page.getByRole('button', { name: /^Phương án đã lưu: / }).click();
	await page.getByRole('menuitem', { name: 'Quản lý và so sánh' }).click();
	await page.getByRole('button', { name: `Thêm phương án ${name} vào trình chiếu` }).click();
	const dialog = page.getByRole('dialog', { name: 'Thêm vào trình chiếu' });
	await expect(dialog.getByLabel('Tiêu đề')).toHaveValue(name);
	await dialog.getByLabel('Bài trình chiếu').selectOption('');
	await dialog.getByRole('button', { name: 'Thêm trang' }).click();
	await dialog.getByRole('link', { name: 'Mở bài' }).click();
	await expect(page.getByText(`Phương án “${name}”: 1 xã`)).toBeVisible();
	await page.request.put(`/api/plan/scenarios/${id}`, { data: { by: 'Chủ tịch', reason: 'x' } });
	await page.reload();
	await expect(page.getByText('đã có quyết định sau khi lập trang')).toBeVisible();
	await page.getByRole('button', { name: 'Dùng số liệu mới' }).click();
	await expect(page.getByText('đã có quyết định sau khi lập trang')).toHaveCount(0);
	await page.getByRole('main').getByRole('link', { name: 'Trình chiếu', exact: true }).click();
	await expect(page.locator('.stage path.chosen')).toHaveCount(1);
	await expect(page.locator('.stage')).toContainText('Đã quyết định: Chủ tịch');
	await expect(page.locator('.stage')).toContainText('Xã Sín Thầu');
	await expectAccessible(page);

	const [, storyId] = /story\/(\d+)\//.exec(page.url()) ?? [];
	const file = await page.request.get(`/export/story/${storyId}/show.html`);
	const path = test.info().outputPath('plan.html');
	await writeFile(path, await file.body());
	const show = await context.newPage();
	await show.goto(`file://${path}`);
	await expect(show.getByText('Xã Sín Thầu (Huyện Mường Nhé)')).toBeVisible();
	await expect(show.locator('#plan path[fill="#23395d"]')).toHaveCount(1);
	complaints.length = 0;
});

test('a slide of a plan that was deleted says so, and keeps what it had', async ({ page }) => {
	const gone: Slide = {
		kind: 'plan',
		key: 'p',
		title: 'Năm 2027',
		note: '',
		speaker: '',
		scenario: 999_999,
		name: 'Đã xóa',
		frame: '2025-07-01',
		dataVersion: 1,
		date: '2026-11-26',
		communes: [{ code: '03158', name: 'Xã Sín Thầu', group: '' }],
		decision: null
	};
	const story = await makeStory(page, [gone]);
	await page.goto(`/story/${story.id}`);
	await expect(page.getByText(/^Phương án “Đã xóa” đã bị xóa/)).toBeVisible();
	await present(page, story);
	await expect(page.locator('.stage')).toContainText('Tham khảo');
	await expect(page.locator('.stage path.chosen')).toHaveCount(1);
});

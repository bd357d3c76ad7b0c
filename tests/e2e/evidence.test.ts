import { expectAccessible } from './support/accessible.ts';
import { expectNoSideways } from './support/layout.ts';
import {
	chooseTheme,
	expectQuery,
	legend,
	legendEntries,
	legendTotal,
	openFilters,
	openMap,
	openTable,
	panel
} from './support/province.ts';
import { expect, test } from './support/test.ts';

const PAGES = ['/commune/03158', '/effect', '/effect?track=ANTT', '/watch', '/models', '/methods'];

for (const scheme of ['light', 'dark'] as const) {
	test(`the ${scheme} pages of evidence are accessible`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: scheme });
		for (const path of PAGES) {
			await page.goto(path);
			await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
			await expectAccessible(page);
		}
	});
}

test('the pages of evidence fit a phone', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	for (const path of PAGES) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
		await expectNoSideways(page);
	}
});

test('the legend of trends says what chance alone would show', async ({ page }) => {
	await openMap(page, '/?t=2026-10');
	await chooseTheme(page, 'Xu hướng');
	await expect(legend(page)).toContainText(
		'Nếu không xã nào thay đổi, vẫn có thể có tới 3 xã bị xếp nhầm ở mỗi chiều.'
	);
	await expect(legend(page)).toContainText('“Chưa rõ” không có nghĩa là ổn định');
	await legend(page).getByRole('link', { name: 'Cách tính' }).click();
	await expect(page.getByRole('heading', { name: 'Xu hướng trên bản đồ' })).toBeVisible();
});

test('a commune’s page is reached from its panel, at the month in view', async ({ page }) => {
	await openTable(page, '?t=2024-12&unit=03158');
	await panel(page).getByRole('link', { name: 'Mở trang xã' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xã Leng Su Sìn');
	await expectQuery(page, 't', '2024-12');
	await expect(page.getByText(/số liệu đến tháng 12\/2024/)).toBeVisible();
	await expect(
		page.getByText(/Mã 03158 còn là mã của Xã Sín Thầu \(từ 01\/07\/2025\)/)
	).toBeVisible();
	await page.getByRole('link', { name: 'Xem Xã Sín Thầu' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xã Sín Thầu');
	await expect(page.getByText(/Mã 03158 còn là mã của Xã Leng Su Sìn/)).toBeVisible();
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xã Leng Su Sìn');
	await page.getByRole('link', { name: 'Chung Chải', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xã Chung Chải');
	await expectQuery(page, 't', '2024-12');
});

test('a commune’s page has its years with intervals, trends, gaps and next steps', async ({
	page
}) => {
	await page.goto('/commune/03127?t=2026-10');
	await page.getByText('Bảng số', { exact: true }).first().click();
	const years = page.getByRole('region', { name: 'Phạm pháp hình sự theo năm' }).getByRole('row');
	await expect(years).toHaveCount(11);
	await expect(years.nth(5)).toContainText('11/12 tháng');
	await expect(years.nth(1)).toContainText(/\d+,\d \(\d+,\d–\d+,\d\)/);
	await expect(page.getByText(/^Trong 8 năm /)).toContainText(
		/mỗi năm có thể từ giảm \d+ % đến tăng \d+ %/
	);
	await expect(page.getByText(/^Cao hơn mức chung của tỉnh ngoài dao động/)).toBeVisible();
	await expect(page.locator('p', { hasText: 'Cao hơn mức chung của tỉnh' })).toContainText(
		/61 vụ; theo mức chung của các xã khác, dự kiến khoảng 19,4 \(thường từ 10 đến 31\)/
	);
	await expect(
		page.getByText('COVID-19 (2020–2021), sắp xếp công an (07/2025)').first()
	).toBeVisible();
	await expect(
		page.getByText('Phạm pháp hình sự 12 tháng so với trước khi phê duyệt')
	).toBeVisible();
	await expect(page.getByText(/^\s*\d\d\/2021\s*$/)).toBeVisible();
	await page.getByRole('tab', { name: 'Lịch sử trạng thái' }).click();
	await expect(
		page.getByRole('heading', { name: 'Bước tiếp theo của chương trình' })
	).toBeVisible();
});

test('a commune’s page says first where it stands, with its neighbours in their true states', async ({
	page
}) => {
	await page.goto('/commune/03334');
	await expect(page.getByText(/^1 trong 3 xã cũ$/)).toBeVisible();
	await expect(page.getByText('tái phức tạp: Noong Bua').first()).toBeVisible();
	const figures = page.getByRole('list', { name: 'Số liệu chính' }).getByRole('listitem');
	await expect(figures).toHaveCount(4);
	await expect(figures.first()).toContainText(/^\d+ vụ12 tháng đến 10\/2026; cùng kỳ \d+/);
	const map = page.getByRole('img', { name: /^Phường Mường Thanh và các xã giáp ranh/ });
	await expect(map).toBeVisible();
	await expect(map.locator('.diamond')).toHaveCount(1);
	await expect(map.locator('text')).toContainText(['Mường Thanh']);
	await page.getByRole('link', { name: 'Điện Biên Phủ', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Phường Điện Biên Phủ');
});

test('a commune goes onto a slide from its page', async ({ page }) => {
	let sent: unknown;
	await page.route('**/api/stories', async (route) => {
		if (route.request().method() !== 'POST') return route.continue();
		sent = route.request().postDataJSON();
		await route.fulfill({ json: { id: 1, title: 'Bài', slides: [] } });
	});
	await page.goto('/commune/03166');
	await page.getByRole('button', { name: 'Thêm vào trình chiếu' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByLabel('Tiêu đề')).toHaveValue('Xã Mường Chà');
	await dialog.getByLabel('Bài trình chiếu').selectOption({ label: 'bài mới' });
	await dialog.getByRole('button', { name: 'Thêm trang' }).click();
	await expect(dialog.getByRole('status')).toContainText('Đã thêm vào “Bài”.');
	expect(JSON.stringify(sent)).toContain('unit=03166');
});

test('a code that means nobody says so, with ways on', async ({ page }) => {
	await page.goto('/commune/99999');
	await expect(page.getByText('Không có xã, phường nào mang mã 99999')).toBeVisible();
	await page.getByRole('link', { name: 'Mở bảng các xã' }).click();
	await expect(page).toHaveURL(/\/table/);
});

test('a commune’s page prints on two sheets', async ({ page }) => {
	await page.goto('/commune/03158');
	await expect(page.getByRole('img', { name: /và các xã giáp ranh/ })).toBeVisible();
	const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
	const sheets = pdf.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
	expect(sheets).toBeGreaterThan(0);
	expect(sheets).toBeLessThanOrEqual(2);
});

test('whether it worked is answered with uncertainty, and can be asked otherwise', async ({
	page
}) => {
	await page.goto('/effect?track=ANTT');
	const finding = page.getByRole('region', { name: 'Kết luận' });
	await expect(finding).toContainText(
		/Ở 24 xã được chuyển hóa, số vụ giảm nhiều hơn các xã chưa được phê duyệt: ít hơn khoảng \d+ vụ/
	);
	await expect(finding).toContainText('Mức độ chắc chắn: chắc.');
	await expect(finding.getByRole('heading', { level: 2 })).toHaveText(
		'Giảm nhiều hơn các xã khác.'
	);
	await expect(page.getByText(/So sánh không chứng minh nguyên nhân\./)).toBeVisible();
	await expect(page.getByText(/chỉ để xem cách trình bày/)).toBeVisible();
	await expect(finding).not.toContainText(/thành công/);
	await page.getByRole('button', { name: 'Các xã trong so sánh' }).click();
	const remove = page.getByRole('button', { name: /Xã Ẳng Cang/ });
	await remove.click();
	await expect(finding).toContainText('104 xã chưa được phê duyệt');
	await expect(remove).toHaveCount(0);
	await page.getByRole('button', { name: /\(1\)/ }).click();
	await expect(finding).toContainText('105 xã chưa được phê duyệt');
	await expect(remove).toBeVisible();
});

test('where history is too short, no effect is claimed', async ({ page }) => {
	await page.goto('/effect');
	const finding = page.getByRole('region', { name: 'Kết luận' });
	await expect(finding).toContainText(/lịch sử|ngắn|chưa đủ/i);
	await expect(finding).not.toContainText(/Mức độ chắc chắn: (chắc|khá chắc)/);
	await expect(finding).toContainText('Chưa đủ số liệu');
	await expect(page.getByText('Chỉ có 6 tháng số liệu trước khi phê duyệt, cần 36')).toBeVisible();
	// What would settle it can be asked at once.
	await page.getByRole('button', { name: 'Xem diện An ninh, trật tự' }).click();
	await expectQuery(page, 'track', 'ANTT');
	await expect(finding).toContainText('24 xã được chuyển hóa');
});

test('the watch list names communes with what it rests on, and changes no status', async ({
	page
}) => {
	await page.goto('/watch');
	await expect(page.locator('.lead')).toContainText(
		'cần kiểm tra nguy cơ tái phức tạp: Mường Lạn; chưa xã nào cần kiểm tra việc thống kê'
	);
	const alarm = page.getByRole('row').filter({ hasText: 'nêu lần đầu' });
	await expect(alarm).toContainText(
		/Xã Mường Lạn: 12 tháng qua ghi nhận 10 vụ, thường chỉ khoảng 3,3; cần kiểm tra nguy cơ tái phức tạp \(nêu lần đầu 01\/2025\)\./
	);
	await expect(
		page.getByText('Danh sách không thay đổi trạng thái của xã nào.', { exact: true })
	).toBeVisible();
	await expect(page.locator('.lead')).toContainText(
		'Đang theo dõi 27 trong 27 xã đã đạt hoặc có xã cũ đã đạt.'
	);
	await page.getByRole('link', { name: 'Xã Mường Lạn' }).click();
	await expect(page.getByRole('heading', { name: /^Từng năm/ })).toBeVisible();
});

test('an alarm that was looked into leaves the list with what was found, and can come back', async ({
	page,
	complaints
}) => {
	await page.goto('/watch');
	const alarms = page.getByRole('row').filter({ hasText: 'thường chỉ khoảng' });
	await expect(alarms).toHaveCount(1);
	await page.getByRole('button', { name: 'Ghi nhận đã kiểm tra Xã Mường Lạn' }).click();
	await page.getByRole('button', { name: 'Lưu' }).click();
	// Nothing is kept without a finding and a name.
	await expect(page.getByLabel('Đã kiểm tra thế nào')).toBeFocused();
	await page.getByLabel('Đã kiểm tra thế nào').fill('Ba vụ do một nhóm, đã bắt');
	await page.getByLabel('Người kiểm tra').fill('Lò Văn An');
	await page.route('**/api/watch**', (route) => route.abort(), { times: 1 });
	await page.getByRole('button', { name: 'Lưu' }).click();
	await expect(page.getByRole('alert')).toContainText('Chưa lưu được');
	expect(complaints).toHaveLength(1);
	complaints.length = 0;
	await page.getByRole('button', { name: 'Lưu' }).click();
	await expect(alarms).toHaveCount(0);
	const found = page.getByText('Lò Văn An đã kiểm tra (10/2026): Ba vụ do một nhóm, đã bắt');
	await expect(found).toBeVisible();
	await expectAccessible(page);
	await page.reload();
	await expect(found).toBeVisible();
	await page.getByRole('button', { name: 'Lấy lại ghi nhận đã kiểm tra Xã Mường Lạn' }).click();
	await expect(alarms).toHaveCount(1);
	await expect(found).toHaveCount(0);
});

test('the methods are there in both languages, with the same worked example', async ({ page }) => {
	await page.goto('/methods');
	await expect(
		page.getByText(
			/20 → 6 vụ, v = 0,02\. Mức hiện nay bằng khoảng 52\s+% mức trước \(từ 30 % đến 89 %\), khả năng đã giảm 98 %:\s+giảm rõ/
		)
	).toBeVisible();
	await page.locator('a[hreflang=en]').click();
	await expect(page.getByRole('heading', { name: 'Methods', exact: true })).toBeVisible();
	await expect(
		page.getByText(/20 → 6 cases, v = 0\.02\. The level is about 52\s+% of what it was \(30–89 %\)/)
	).toBeVisible();
});

test('an address that cannot be understood is refused', async ({ request }) => {
	expect(await (await request.get('/api/communes/03158?t=1999-01')).json()).toBeNull();
	expect((await request.get('/api/frames/2025-07-01/trend-summary/x')).status()).toBe(404);
});

test('layers of the trend show level, difference and clusters of the same communes', async ({
	page
}) => {
	await openMap(page, '/?t=2026-10&theme=trend');
	for (const [layer, first, note] of [
		['Tỷ lệ ước tính', 'Dưới một nửa mức chung', /kéo về mức chung/],
		['Khác mức chung tỉnh', 'Thấp khác hẳn', /ngoài/],
		['Cụm xã liền nhau', 'Cụm cao', /./]
	] as const) {
		const filters = await openFilters(page);
		await filters
			.getByRole('combobox', { name: 'Xem', exact: true })
			.selectOption({ label: layer });
		await expect(filters.getByLabel('So với')).toHaveCount(0);
		await page.keyboard.press('Escape');
		await expect(legendEntries(page).first()).toContainText(first);
		await expect.poll(() => legendTotal(page), { message: layer }).toBe(45);
		await expect(legend(page)).toContainText(note);
		await expectAccessible(page);
	}
	await expectQuery(page, 'layer', 'cluster');
	await openTable(page, '?t=2026-10&theme=trend&layer=funnel&class=63');
	const rows = await page.getByRole('row').count();
	const csv = await page.request.get(
		'/export/table.csv?t=2026-10&theme=trend&layer=funnel&class=63'
	);
	const lines = (await csv.text())
		.split(/\r?\n/)
		.filter((line) => /^"?\d{5}/.test(line) || /;\d{5};|,\d{5},/.test(line));
	expect(rows).toBeGreaterThan(1);
	expect(rows).toBeLessThan(46);
	expect(lines.length).toBe(rows - 1);
});

test('a layer shows the months in view first, says how far the others are, and can be stopped', async ({
	page
}) => {
	// The other months stay on their way.
	await page.route('**/matrix/cluster?**', async (route) => {
		if (route.request().url().includes('from=2025-01')) await route.continue();
	});
	await openMap(page, '/?theme=trend&layer=cluster&on=today&t=2025-06');
	await expect(page.getByText('Đang tính các tháng: 10 %')).toBeVisible();
	await expect(legend(page)).toContainText('Không thành cụm');
	expect(await legendTotal(page)).toBe(45);
	await page.getByRole('button', { name: 'Dừng tính' }).click();
	await expectQuery(page, 'layer', undefined);
	await expect(page.getByText(/Đang tính/)).toHaveCount(0);
	await expect(legend(page)).toContainText('Chưa rõ');
});

test('every figure says how it was computed, from what, from which source and version', async ({
	page
}) => {
	await page.goto('/effect?track=ANTT');
	await page.getByRole('button', { name: 'Cách tính' }).click();
	const finding = page.getByRole('region', { name: 'Cách tính' });
	await expect(page.getByText(/^T₀ = \d+, T₁ = \d+, C₀ = \d+, C₁ = \d+$/).first()).toBeVisible();
	await expect(
		finding.getByText(/^số liệu báo cáo các chỉ tiêu, cập nhật \d\d\/\d\d\/\d{4}$/)
	).toBeVisible();
	await expect(finding.getByText(/^dữ liệu \d+, phần mềm \d+\.\d+\.\d+$/)).toBeVisible();
	await finding.getByRole('link', { name: 'Giải thích đầy đủ' }).click();
	await expect(page).toHaveURL(/\/methods#effect$/);
});

test('a commune’s page has other events by year, each with its figures', async ({ page }) => {
	await page.goto('/commune/03127?t=2026-10');
	const cleared = page.locator('section', {
		has: page.getByRole('heading', { name: 'Vụ án làm rõ theo năm' })
	});
	await expect(cleared.locator('svg')).toBeVisible();
	await cleared.getByText('Bảng số').click();
	await expect(cleared.getByRole('row')).toHaveCount(11);
});

test('a remark is kept, can be deleted and taken back', async ({ page }) => {
	// As the panel leads to it.
	await page.goto('/commune/03127?t=2026-10#remarks');
	await expect(page.getByRole('tab', { name: 'Nhận xét' })).toHaveAttribute(
		'aria-selected',
		'true'
	);
	const remarks = page.getByRole('region', { name: 'Nhận xét' });
	await expect(remarks).toContainText('Chưa có nhận xét.');
	await remarks.getByLabel('Nhận xét mới').fill('Quanh bến xe còn trộm cắp vặt.');
	await remarks.getByLabel('Người viết').fill('Lò Văn An');
	await remarks.getByRole('button', { name: 'Ghi nhận xét' }).click();
	await expect(remarks).toContainText('Quanh bến xe còn trộm cắp vặt.');
	await page.reload();
	await expect(remarks).toContainText('Lò Văn An');
	await remarks.getByRole('button', { name: 'Xóa nhận xét của Lò Văn An' }).click();
	await expect(remarks).not.toContainText('bến xe');
	await remarks.getByRole('button', { name: 'Hoàn tác' }).click();
	await expect(remarks).toContainText('bến xe');
	// What cannot be sent stays in the form.
	await page.route('**/remarks', (route) => route.fulfill({ status: 200, body: 'no answer' }));
	await remarks.getByLabel('Nhận xét mới').fill('Chưa gửi được');
	await remarks.getByLabel('Người viết').fill('An');
	await remarks.getByRole('button', { name: 'Ghi nhận xét' }).click();
	await expect(remarks.getByRole('alert')).toContainText('Chưa ghi được');
	await expect(remarks.getByLabel('Nhận xét mới')).toHaveValue('Chưa gửi được');
	await page.unroute('**/remarks');
	await remarks.getByRole('button', { name: /^Xóa/ }).click();
	await expect(remarks).toContainText('Chưa có nhận xét.');
});

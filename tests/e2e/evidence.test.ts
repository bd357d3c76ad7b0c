import { expectAccessible } from './support/accessible.ts';
import { expectNoSideways } from './support/layout.ts';
import {
	chooseTheme,
	expectQuery,
	legend,
	legendEntries,
	legendTotal,
	openMap,
	openTable,
	panel
} from './support/province.ts';
import { expect, test } from './support/test.ts';

const PAGES = ['/commune/03158', '/effect', '/watch', '/methods'];

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
		/2 xã giảm rõ, 0 xã tăng rõ; nếu không xã nào thay đổi, ngẫu nhiên cũng cho khoảng 1,\d và 1,\d\./
	);
	await expect(legend(page)).toContainText(
		'Sau kiểm soát phát hiện sai (q = 0,05): 0 giảm, 0 tăng.'
	);
	await legend(page).getByRole('link', { name: 'Cách tính' }).click();
	await expect(page.getByRole('heading', { name: 'Bao nhiêu là do ngẫu nhiên' })).toBeVisible();
});

test('a commune’s page is reached from its panel, at the month in view', async ({ page }) => {
	await openTable(page, '?t=2024-12&unit=03158');
	await panel(page).getByRole('link', { name: 'Mở hồ sơ xã' }).click();
	await expect(page.getByRole('heading', { level: 2 })).toHaveText('Xã Leng Su Sìn');
	await expectQuery(page, 't', '2024-12');
	await expect(page.getByText(/số liệu đến tháng 12\/2024/)).toBeVisible();
	await expect(
		page.getByText(/Mã 03158 còn là mã của Xã Sín Thầu \(từ 01\/07\/2025\)/)
	).toBeVisible();
	await page.getByRole('link', { name: 'Xem Xã Sín Thầu' }).click();
	await expect(page.getByRole('heading', { level: 2 })).toHaveText('Xã Sín Thầu');
	await expect(page.getByText(/Mã 03158 còn là mã của Xã Leng Su Sìn/)).toBeVisible();
	await page.goBack();
	await expect(page.getByRole('heading', { level: 2 })).toHaveText('Xã Leng Su Sìn');
	await page.getByRole('link', { name: 'Xã Chung Chải' }).first().click();
	await expect(page.getByRole('heading', { level: 2 })).toHaveText('Xã Chung Chải');
	await expectQuery(page, 't', '2024-12');
});

test('a commune’s page has its years with intervals, trends, gaps and next steps', async ({
	page
}) => {
	await page.goto('/commune/03127?t=2026-10');
	const years = page.getByRole('region', { name: 'Phạm pháp hình sự theo năm' }).getByRole('row');
	await expect(years).toHaveCount(11);
	await expect(years.nth(5)).toContainText('11/12 tháng');
	await expect(years.nth(1)).toContainText(/\d+,\d \(\d+,\d–\d+,\d\)/);
	await expect(page.getByText(/Xu hướng nhiều năm: /)).toContainText('khoảng tin cậy 95 %');
	await expect(page.getByText(/So với toàn tỉnh: /)).toBeVisible();
	await expect(
		page.getByText('Phạm pháp hình sự 12 tháng so với năm trước khi phê duyệt')
	).toBeVisible();
	await expect(
		page.getByRole('heading', { name: 'Bước tiếp theo của chương trình' })
	).toBeVisible();
	await expect(page.getByText(/^\s*\d\d\/2021\s*$/)).toBeVisible();
	await expect(
		page.getByRole('img', { name: /Vị trí trong tỉnh: Phường Điện Biên Phủ/ })
	).toBeVisible();
});

test('a code that means nobody says so, with ways on', async ({ page }) => {
	await page.goto('/commune/99999');
	await expect(page.getByText('Không có xã, phường nào mang mã 99999')).toBeVisible();
	await page.getByRole('link', { name: 'Mở bảng các xã' }).click();
	await expect(page).toHaveURL(/\/table/);
});

test('a commune’s page prints on two sheets', async ({ page }) => {
	await page.goto('/commune/03158');
	await expect(page.getByRole('img', { name: /Vị trí trong tỉnh/ })).toBeVisible();
	const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
	const sheets = pdf.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
	expect(sheets).toBeGreaterThan(0);
	expect(sheets).toBeLessThanOrEqual(2);
});

test('whether it worked is answered with uncertainty, and can be asked otherwise', async ({
	page
}) => {
	await page.goto('/effect');
	const finding = page.getByRole('region', { name: 'Kết luận' });
	await expect(finding).toContainText('44 xã được xét');
	await expect(finding).toContainText('hồi quy về trung bình');
	await expect(finding).toContainText(/khoảng tin cậy chứa 1: số liệu chưa cho thấy/);
	await expect(finding).not.toContainText(/thành công/);
	await page.getByLabel('So cùng các tháng ấy').selectOption('2');
	await expect(finding).toContainText('2 năm sau');
	await expectQuery(page, 'lag', '2');
	const rows = page.getByRole('region', { name: 'Ghép với xã nào' }).getByRole('row');
	const remove = rows.nth(1).getByRole('button').first();
	const name = (await remove.getAttribute('aria-label')) ?? '';
	await remove.click();
	await expect(page.getByRole('button', { name })).toHaveCount(0);
	await page.getByRole('button', { name: 'Lấy lại các xã đã bỏ (1)' }).click();
	await expect(page.getByRole('button', { name })).toBeVisible();
	await page.getByLabel('Xã xem xét').selectOption({ index: 1 });
	await expect(finding).toContainText('1 xã được xét');
	await page.goBack();
	await expect(finding).toContainText('44 xã được xét');
});

test('the watch list names communes with what it rests on, and changes no status', async ({
	page
}) => {
	await page.goto('/watch');
	const alarm = page.getByRole('listitem').first();
	await expect(alarm).toContainText(/Từ \d\d\/\d{4} đến nay ghi nhận \d+ vụ/);
	await expect(alarm).toContainText(/Tổng cộng dồn [\d,]+, ngưỡng [\d,]+/);
	await expect(page.getByText(/chỉ đề nghị một người xem lại/)).toBeVisible();
	await expect(
		page.getByRole('region', { name: 'Các xã được theo dõi' }).getByRole('row')
	).toHaveCount(26);
	await alarm.getByRole('link').click();
	await expect(page.getByRole('heading', { name: 'Phạm pháp hình sự theo năm' })).toBeVisible();
});

test('the methods are there in both languages, with the same worked example', async ({ page }) => {
	await page.goto('/methods');
	await expect(
		page.getByText(/12 → 7 vụ, giảm 41,67 %[^]* π = 84 %: nghiêng về giảm/)
	).toBeVisible();
	await page.locator('a[hreflang=en]').click();
	await expect(page.getByRole('heading', { name: 'How it is computed' })).toBeVisible();
	await expect(page.getByText(/12 → 7 cases, down 41.67 %[^]* π = 84 %/)).toBeVisible();
});

test('an address that cannot be understood is refused', async ({ request }) => {
	expect((await request.get('/api/effect?lag=99')).status()).toBe(400);
	expect(await (await request.get('/api/communes/03158?t=1999-01')).json()).toBeNull();
	expect((await request.get('/api/frames/2025-07-01/trend-summary/x')).status()).toBe(404);
});

test('layers of the trend show level, difference and clusters of the same communes', async ({
	page
}) => {
	await openMap(page, '/?t=2026-10&theme=trend');
	for (const [layer, first, note] of [
		['Mức đã làm trơn', 'Dưới một nửa mức chung', /kéo về mức chung/],
		['Khác mức chung tỉnh', 'Thấp hơn hẳn (99,8 %)', /ngoài giới hạn 95 %/],
		['Cụm xã liền nhau', 'Cụm cao', /999 hoán vị/]
	] as const) {
		await page
			.locator('label', { hasText: /^\s*Xem\s/ })
			.locator('select')
			.selectOption({ label: layer });
		await expect(legendEntries(page).first()).toContainText(first);
		await expect.poll(() => legendTotal(page), { message: layer }).toBe(45);
		await expect(legend(page)).toContainText(note);
		await expect(page.locator('label', { hasText: /^\s*So với\s/ })).toHaveCount(0);
		await expectAccessible(page);
	}
	await expectQuery(page, 'layer', 'cluster');
	await openTable(page, '?t=2026-10&theme=trend&layer=funnel&class=64');
	const rows = await page.getByRole('row').count();
	const csv = await page.request.get(
		'/export/table.csv?t=2026-10&theme=trend&layer=funnel&class=64'
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
	await page.goto('/effect');
	await page.getByText('Cách tính', { exact: true }).last().click();
	await expect(page.getByText(/^Xã chuyển hóa: T₀ = \d+, T₁ = \d+$/)).toBeVisible();
	await expect(page.getByText(/^indicators\.csv, nạp ngày \d\d\/\d\d\/\d{4}$/)).toBeVisible();
	await expect(page.getByText(/^dữ liệu \d+, phần mềm \d+\.\d+\.\d+$/)).toBeVisible();
	await page.getByRole('link', { name: 'Giải thích đầy đủ' }).click();
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
	await page.goto('/commune/03127?t=2026-10');
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

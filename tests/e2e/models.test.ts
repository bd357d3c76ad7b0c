import type { ModelStudy } from '#lib/view/model-wire.ts';
import { expectAccessible } from './support/accessible.ts';
import { expectNoSideways } from './support/layout.ts';
import { expectQuery } from './support/province.ts';
import { expect, test } from './support/test.ts';

const TITLE = 'Mô hình nào có ở nhiều nơi nhất?';

for (const scheme of ['light', 'dark'] as const) {
	test(`the ${scheme} page of models is accessible`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: scheme });
		await page.goto('/models');
		await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
		for (const how of await page.getByText('Cách tính', { exact: true }).all()) {
			if ((await how.evaluate((element) => element.tagName)) === 'SUMMARY') await how.click();
		}
		await page.getByText('Bảng số').click();
		await expectAccessible(page);
	});
}

test('the page of models fits a phone', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	for (const path of ['/models', '/en/models']) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
		await expectNoSideways(page);
	}
	await expectAccessible(page);
});

test('the page of models is reached from the other pages of analysis', async ({ page }) => {
	await page.goto('/watch');
	await page.getByRole('button', { name: 'Phân tích' }).click();
	await page.getByRole('menuitem', { name: 'Mô hình' }).click();
	await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
	await expect(page.getByText(/^Có ở nhiều nơi nhất: Dòng họ tự quản, 25 trong 45/)).toBeVisible();
});

test('a type and boundaries are chosen, and stay in the address', async ({ page }) => {
	await page.goto('/models');
	const types = page.getByRole('region', { name: 'Các loại mô hình' });
	await expect(types.getByRole('row')).toHaveCount(13);
	await types.getByRole('link', { name: 'Hòm thư tố giác' }).click();
	await expect(page.getByRole('heading', { name: 'Hòm thư tố giác' })).toBeVisible();
	await expect(
		page.getByText(/^Hòm thư tố giác: đến \d\d\/\d{4} không còn ở xã nào/)
	).toBeVisible();
	await expectQuery(page, 'type', 'MH04');
	await page
		.getByLabel('Ranh giới')
		.selectOption({ label: '01/2020 – 06/2025 (129 xã, phường, thị trấn)' });
	await expectQuery(page, 'on', '2020-01-01');
	await expect(page.getByText(/trong 129 xã, phường, thị trấn/).first()).toBeVisible();
	await page.reload();
	await expect(page.getByText(/^Hòm thư tố giác: đến 06\/2025 không còn ở xã nào/)).toBeVisible();
	await page.goBack();
	await expect(page.getByLabel('Ranh giới')).toHaveValue('2025-07-01');
});

test('what cannot be said is not said, and what is a list is no verdict', async ({ page }) => {
	await page.goto('/models?type=MH01');
	await expect(page.getByText('Chưa đủ thông tin để nói về lan truyền.')).toBeVisible();
	await expect(
		page.getByText('16 trong 31 điểm có ghi nhân rộng từ đâu; cần ít nhất 25.')
	).toBeVisible();
	await expect(page.getByText(/còn quá ít để so với mức tình cờ/)).toBeVisible();
	await expect(page.getByText('Liên hệ, không phải tác dụng', { exact: true })).toBeVisible();
	await expect(page.getByText(/^Không nêu con số: phần lớn xã có mô hình/)).toBeVisible();
	await expect(page.getByText(/^21 trong 24 xã từng có mô hình/)).toBeVisible();
	const review = page.getByRole('region', { name: 'Những điểm cần xem lại' });
	await expect(review).toContainText('không phải kết luận');
	await expect(review).toContainText('Số liệu không ghi báo cáo hay lượt kiểm tra từng điểm');
	await expect(page.locator('main')).not.toContainText(/thành công/);
});

test('enough steps are held against chance, and the figures can be computed again', async ({
	page
}) => {
	await page.goto('/en/models?type=MH03&on=2020-01-01');
	await expect(
		page.getByText(
			'10 of 26 new sites border on one that has the model, no more than by chance. It does not say why.'
		)
	).toBeVisible();
	await expect(page.getByText('By chance alone it would be about 11 of 26.')).toBeVisible();
	const spread = page.locator('section', {
		has: page.getByRole('heading', { name: 'Does it spread to neighbours' })
	});
	await spread.getByText('How it is computed').click();
	await expect(spread.getByText('O = 10; E = 10.521125; V = 5.39733')).toBeVisible();
	await expect(spread.getByText(/^z = -0\.22\d+; p = 0\.82\d+$/)).toBeVisible();
	await expect(spread.getByText(/^register of models and their sites/)).toBeVisible();
	await spread.getByRole('link', { name: 'Full explanation' }).click();
	await expect(page).toHaveURL(/\/methods#models$/);
	await expect(page.getByText('O = 2, E = 1.566667, V = 0.712222, z = 0.513469')).toBeVisible();
});

test('without any type the page says what will be here, and where to load it', async ({ page }) => {
	await page.route('**/api/models?**', (route) => route.fulfill({ json: null }));
	await page.goto('/watch');
	await page.getByRole('link', { name: 'Mô hình', exact: true }).click();
	await expect(page.getByText('Chưa có mô hình nào để xem')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Nạp tệp' }).click();
	await expect(page).toHaveURL(/\/data$/);
});

test('sites to look at are named with their commune and the reason, the rest on request', async ({
	page
}) => {
	await page.route('**/api/models?**', async (route) => {
		const study = (await (await route.fetch()).json()) as ModelStudy;
		const [first, second] = study.copies.children.map(({ site }) => site);
		const idle = Array.from({ length: 12 }, (_, at) => ({ ...first!, id: 9000 + at }));
		const doubled = [{ sites: [first!, second!], sameName: true, nearestM: 150 }];
		const orphaned = [{ site: second!, reasons: ['type-retired', 'origin-unknown'] }];
		await route.fulfill({ json: { ...study, review: { idle, doubled, orphaned } } });
	});
	await page.goto('/watch');
	await page.getByRole('link', { name: 'Mô hình', exact: true }).click();
	const review = page.getByRole('region', { name: 'Những điểm cần xem lại' });
	await expect(review).toContainText('14 điểm nên xem lại.');
	await expect(review.getByRole('listitem')).toHaveCount(12);
	await expect(review).toContainText('cùng tên; cách nhau 150 m');
	await expect(review).toContainText('loại đã thanh loại; điểm gốc không có trong số liệu');
	await expectAccessible(page);
	await review.getByRole('button', { name: 'Hiện thêm 2 dòng' }).click();
	await expect(review.getByRole('listitem')).toHaveCount(14);
	await review.getByRole('link', { name: /^Để sửa/ }).click();
	await expect(page).toHaveURL(/\/data$/);
});

test('an answer that cannot be read, and a server that is lost, have a way out', async ({
	page,
	complaints
}) => {
	await page.goto('/watch');
	await page.route('**/api/models?**', (route) => route.fulfill({ json: { models: 'none' } }));
	await page.getByRole('link', { name: 'Mô hình', exact: true }).click();
	await expect(page.getByRole('alert').getByRole('link')).toBeVisible();
	await page.goto('/watch');
	await page.unroute('**/api/models?**');
	await page.route('**/api/models?**', (route) => route.abort());
	await page.getByRole('link', { name: 'Mô hình', exact: true }).click();
	await expect(page.getByRole('alert').getByRole('button')).toBeVisible();
	complaints.length = 0;
});

import { expectNoSideways, expectOnScreen, expectTouchable } from './support/layout.ts';
import { openMap, openTable, panel, slider } from './support/province.ts';
import { expect, test } from './support/test.ts';

test.use({ viewport: { width: 3840, height: 2160 } });

test('on a wall of 4K everything grows with the screen', async ({ page }) => {
	await openMap(page, '/?t=2023-12&unit=03124');
	await expectNoSideways(page);
	for (const control of [
		page.getByRole('button', { name: 'Phát' }),
		page.getByRole('link', { name: 'Bảng', exact: true }),
		page.getByRole('button', { name: 'Phóng to' }),
		panel(page).getByRole('button', { name: 'Đóng' }),
		slider(page)
	]) {
		await expectOnScreen(control);
		await expectTouchable(control);
	}
	const size = (selector: string) =>
		page
			.locator(selector)
			.first()
			.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
	// The headline is read from across the room.
	expect(await size('.answer h1')).toBeGreaterThanOrEqual(40);
	expect(await size('body')).toBeGreaterThanOrEqual(25);
});

test('on a wall of 4K the table uses the width', async ({ page }) => {
	await openTable(page, '?t=2023-12');
	await expectNoSideways(page);
	const box = await page.getByRole('table').boundingBox();
	expect(box?.width).toBeGreaterThan(3000);
});

import { legend, legendTotal, UNITS } from './support/province.ts';
import { expect, test } from './support/test.ts';

test('what takes long says so in words, and at last offers to try again', async ({ page }) => {
	let asked = 0;
	// The first request never comes back; the next ones do.
	await page.route('**/api/frames/*/matrix/trend**', async (route) => {
		if (++asked > 1) await route.continue();
	});
	await page.clock.install();
	await page.goto('/?theme=trend');
	await expect.poll(() => asked).toBe(1);
	await page.clock.runFor(2_500);
	await expect(page.getByText('Đang tải số liệu…')).toBeVisible();
	await page.clock.runFor(13_000);
	const late = page
		.getByRole('alert')
		.filter({ hasText: 'Sau 15 giây vẫn chưa tải được số liệu.' });
	await expect(late).toBeVisible();
	await late.getByRole('button', { name: 'Thử lại' }).click();
	await expect(late).toHaveCount(0);
	await expect(legend(page)).toContainText('Chưa rõ');
	await expect.poll(() => legendTotal(page)).toBe(UNITS.today);
});

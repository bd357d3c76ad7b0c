import { openMap, openTable } from './support/province.ts';
import { expect, test } from './support/test.ts';

test('a menu opens by keys alone, closes by its button, and gives the focus back', async ({
	page
}) => {
	await openTable(page);
	const button = page.getByRole('button', { name: 'Phân tích' });
	const menu = page.getByRole('menu', { name: 'Phân tích' });
	await button.focus();
	await page.keyboard.press('Enter');
	await expect(menu).toBeVisible();
	await expect(button).toHaveAttribute('aria-expanded', 'true');
	await page.keyboard.press('ArrowDown');
	await expect(menu.getByRole('menuitem').first()).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(menu).toHaveCount(0);
	await expect(button).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(menu).toBeVisible();
	await page.keyboard.press('Escape');
	await button.click();
	await expect(menu).toBeVisible();
	// Under an open menu the page takes no pointer: a press anywhere closes it.
	await button.click({ force: true });
	await expect(menu).toHaveCount(0);
});

test('the filters open by keys alone, close by their button, and give the focus back', async ({
	page
}) => {
	await openMap(page);
	const button = page.getByRole('button', { name: 'Lọc', exact: true });
	const filters = page.getByRole('dialog', { name: 'Lọc và cách xem' });
	await button.focus();
	await page.keyboard.press('Enter');
	await expect(filters.getByRole('combobox').first()).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(filters).toHaveCount(0);
	await expect(button).toBeFocused();
	await button.click();
	await expect(filters).toBeVisible();
	await button.click();
	await expect(filters).toHaveCount(0);
});

import type { Locator, Page } from '@playwright/test';
import { vietnamDate } from '#lib/domain/today.ts';
import { expect } from './test.ts';

/** Communes of the demonstration data in its three frames. */
export const UNITS = { first: 130, second: 129, today: 45 } as const;
/** The last month before each change of boundaries, and the first after it. */
export const CHANGE_2020 = { before: '2019-12', after: '2020-01' } as const;
export const CHANGE_2025 = { before: '2025-06', after: '2025-07' } as const;
/** The latest month that the demonstration data reports. */
export const LAST_REPORTED = '2026-10';

/** The month that is now in Vietnam, wherever the tests run; there the timeline ends. */
export function currentMonth(): string {
	return vietnamDate(new Date()).slice(0, 7);
}

/** `2020-12` as the page writes it: `12/2020`. */
function monthLabel(month: string): string {
	return month.split('-').reverse().join('/');
}

/** How many months after January 2017. */
export function monthsIn(month: string): number {
	const [year = 0, number = 0] = month.split('-').map(Number);
	return (year - 2017) * 12 + number - 1;
}

/** Opens a page with a map and waits until the map is drawn. */
export async function openMap(page: Page, path = '/'): Promise<void> {
	await page.goto(path);
	await mapIsReady(page);
}

export async function mapIsReady(page: Page): Promise<void> {
	await expect(mapOf(page)).toHaveAttribute('data-ready', 'true');
}

/** Opens the table, which shows the same view without drawing anything. */
export async function openTable(page: Page, query = ''): Promise<void> {
	await page.goto(`/table${query}`);
	await expect(tableRows(page).first()).toBeVisible();
}

export function mapOf(page: Page): Locator {
	return page.locator('section.map');
}

export function slider(page: Page): Locator {
	return page.getByRole('slider');
}

/** Expects the timeline to stand at a month, in what is seen and in what is read aloud. */
export async function expectMonth(page: Page, month: string): Promise<void> {
	await expect(page.locator('.timeline output')).toContainText(monthLabel(month));
	await expect(slider(page)).toHaveAttribute('aria-valuenow', String(monthsIn(month)));
	await expect(slider(page)).toHaveAttribute(
		'aria-valuetext',
		new RegExp(`^${monthLabel(month)} · `)
	);
}

/** What is said when the timeline crosses a change of boundaries. */
export function crossing(page: Page): Locator {
	return page.locator('.timeline .said');
}

export function legend(page: Page): Locator {
	return page.getByRole('region', { name: /^(Chú giải|Legend)$/ });
}

export function legendEntries(page: Page): Locator {
	return legend(page).getByRole('button');
}

export function legendEntry(page: Page, label: string): Locator {
	return legendEntries(page).filter({
		has: page.locator('.label', { hasText: new RegExp(`^${label}$`) })
	});
}

/** Number of communes by class, as the legend says. */
export async function legendCounts(page: Page): Promise<Map<string, number>> {
	const lines = await legendEntries(page).evaluateAll((buttons) =>
		buttons.map((button): [string, number] => {
			// Cells of the summary have their names for those who hear them.
			const [cell = '', number = ''] = (button.getAttribute('aria-label') ?? '').split(': ');
			if (cell !== '') return [cell, Number(number)];
			const textOf = (part: string) => button.querySelector(part)?.textContent?.trim() ?? '';
			return [textOf('.label'), Number(textOf('.count'))];
		})
	);
	return new Map(lines);
}

export async function legendTotal(page: Page): Promise<number> {
	return [...(await legendCounts(page)).values()].reduce((sum, count) => sum + count, 0);
}

export async function chooseTheme(page: Page, name: string): Promise<void> {
	await page.getByRole('radio', { name }).check();
	await mapIsReady(page);
}

/** Opens the search of everything; keys before the page has started mean nothing yet. */
export async function openSearch(page: Page): Promise<Locator> {
	await expect(page.locator('html')).toHaveAttribute('data-app', 'started');
	await page.keyboard.press('Control+k');
	const box = page.getByRole('dialog').getByRole('combobox');
	await expect(box).toBeFocused();
	return box;
}

/** Opens what narrows the view beside the legend, and changes how it is read. */
export async function openFilters(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: /^(Lọc|Filter)$/ }).click();
	const filters = page.getByRole('dialog', { name: /^(Lọc và cách xem|Filter and view)$/ });
	await expect(filters).toBeVisible();
	return filters;
}

export function searchResults(page: Page): Locator {
	return page.getByRole('listbox').getByRole('option');
}

/** The panel of the selected commune. */
export function panel(page: Page): Locator {
	return page.getByRole('complementary').filter({ has: page.getByRole('heading', { level: 2 }) });
}

export function tableRows(page: Page): Locator {
	return page.locator('section.table tbody tr');
}

/** Expects a parameter of the page's address; undefined where it should not stand there. */
export async function expectQuery(
	page: Page,
	name: string,
	value: string | undefined
): Promise<void> {
	await expect
		.poll(() => new URL(page.url()).searchParams.get(name) ?? undefined, { message: `?${name}` })
		.toBe(value);
}

import { test as base, type Page } from '@playwright/test';

export { expect } from '@playwright/test';

/**
 * Every test fails when the page complained; one that provokes a complaint empties the list.
 *
 * A page that was opened has started, so that what is pressed does something; with `waitUntil: 'commit'` it is
 * only on its way.
 */
export const test = base.extend<{ complaints: string[] }>({
	page: async ({ page }, use) => {
		const open = page.goto.bind(page);
		const reload = page.reload.bind(page);
		page.goto = async (address, options) => {
			const answer = await open(address, options);
			if (options?.waitUntil !== 'commit') await started(page);
			return answer;
		};
		page.reload = async (options) => {
			const answer = await reload(options);
			await started(page);
			return answer;
		};
		await use(page);
	},
	complaints: [
		async ({ page }, use) => {
			const complaints: string[] = [];
			page.on('console', (message) => {
				if (['error', 'warning'].includes(message.type()) && !isOfDriver(message.text())) {
					complaints.push(message.text());
				}
			});
			page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
			await use(complaints);
			base.expect(complaints, 'errors in the page').toEqual([]);
		},
		{ auto: true }
	]
});

async function started(page: Page): Promise<void> {
	await base.expect(page.locator('html:not([data-app="loading"])')).toBeAttached();
}

/** What the software that stands in for a graphics card says about itself. */
function isOfDriver(text: string): boolean {
	return /GL Driver Message|GPU stall due to ReadPixels|software WebGL/i.test(text);
}

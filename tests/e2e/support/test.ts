import { test as base } from '@playwright/test';

export { expect } from '@playwright/test';

/** Every test fails when the page complained; one that provokes a complaint empties the list. */
export const test = base.extend<{ complaints: string[] }>({
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

/** What the software that stands in for a graphics card says about itself. */
function isOfDriver(text: string): boolean {
	return /GL Driver Message|GPU stall due to ReadPixels|software WebGL/i.test(text);
}

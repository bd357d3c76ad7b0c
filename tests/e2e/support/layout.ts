import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

/** Fingers need this much, in CSS pixels. */
const TOUCH_PX = 40;

/** Expects that nothing sticks out at the side of the page. */
export async function expectNoSideways(page: Page): Promise<void> {
	const { content, view } = await page.evaluate(() => ({
		content: document.documentElement.scrollWidth,
		view: document.documentElement.clientWidth
	}));
	expect(content, 'width of the content').toBeLessThanOrEqual(view);
}

/** Expects all of an element to be on the screen. */
export async function expectOnScreen(locator: Locator): Promise<void> {
	await expect(locator).toBeInViewport({ ratio: 0.99 });
}

/** Expects an element to be large enough for a finger. */
export async function expectTouchable(locator: Locator): Promise<void> {
	const name = await locator.evaluate((element) => element.outerHTML.slice(0, 120));
	const box = await locator.boundingBox();
	expect(Math.round(box?.width ?? 0), `width of ${name}`).toBeGreaterThanOrEqual(TOUCH_PX);
	expect(Math.round(box?.height ?? 0), `height of ${name}`).toBeGreaterThanOrEqual(TOUCH_PX);
}

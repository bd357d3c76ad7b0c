import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** Expects that nothing on the page breaks a rule; names each rule and place that does. */
export async function expectAccessible(page: Page): Promise<void> {
	// While something fades or slides, its colours are not yet its own.
	await page.waitForFunction(() => document.getAnimations().length === 0);
	const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
	const found = violations.flatMap(({ id, nodes }) =>
		nodes.map((node) => `${id}: ${node.target.join(' ')} – ${node.failureSummary ?? ''}`)
	);
	expect(found).toEqual([]);
}

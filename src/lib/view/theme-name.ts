import { m } from '#lib/paraglide/messages.js';
import type { Theme } from './view-params.ts';

const NAMES: Record<Theme, () => string> = {
	status: m.theme_status,
	trend: m.theme_trend,
	sites: m.theme_sites,
	summary: m.theme_summary
};
const QUESTIONS: Record<Theme, () => string> = {
	status: m.question_status,
	trend: m.question_trend,
	sites: m.question_sites,
	summary: m.question_summary
};

/** What a theme is called in switches and menus. */
export function themeName(theme: Theme): string {
	return NAMES[theme]();
}

/** The question that a theme answers. */
export function themeQuestion(theme: Theme): string {
	return QUESTIONS[theme]();
}

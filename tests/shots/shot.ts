import type { BrowserContextOptions, Page } from '@playwright/test';

/** Screens that a picture is taken on, by the name in its file. */
export const SIZES = {
	'1366': { viewport: { width: 1366, height: 768 } },
	'1920': { viewport: { width: 1920, height: 1080 } },
	'3840': { viewport: { width: 3840, height: 2160 } },
	phone: {
		viewport: { width: 390, height: 844 },
		deviceScaleFactor: 2,
		isMobile: true,
		hasTouch: true
	}
} as const satisfies Record<string, BrowserContextOptions>;
export type Size = keyof typeof SIZES;

export type Appearance = 'light' | 'dark';
export type Language = 'vi' | 'en';

/** A view to be pictured: what is on it, before size, appearance and language are chosen. */
export interface View {
	/** First part of the file's name. */
	name: string;
	/** Path and query without the language. */
	path: string;
	/** Whether a map has to be drawn first. */
	map?: boolean;
	/** The server without data instead of the demonstration. */
	empty?: boolean;
	/** Runs before the page is opened. */
	prepare?: (page: Page) => Promise<void>;
	/** Runs on the open page. */
	act?: (page: Page) => Promise<void>;
}

/** A picture: `NAME-SIZE-APPEARANCE-LANGUAGE.png`. */
export interface Shot {
	view: View;
	size: Size;
	appearance: Appearance;
	language: Language;
}

export function fileName({ view, size, appearance, language }: Shot): string {
	return `${view.name}-${size}-${appearance}-${language}.png`;
}

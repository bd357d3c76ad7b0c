import { m } from '#lib/paraglide/messages.js';

/** A page of the product as menus name it. */
export interface NavPage {
	href: string;
	label: () => string;
}

/** A menu of pages. */
export interface NavGroup {
	/** Key of the group. */
	is: 'analysis' | 'data';
	label: () => string;
	pages: readonly NavPage[];
}

export type NavItem = NavPage | NavGroup;

export const PAGES = {
	map: { href: '/', label: m.nav_map },
	table: { href: '/table', label: m.nav_table },
	effect: { href: '/effect', label: m.nav_effect },
	watch: { href: '/watch', label: m.nav_watch },
	models: { href: '/models', label: m.nav_models },
	methods: { href: '/methods', label: m.nav_methods },
	plan: { href: '/plan', label: m.nav_plan },
	report: { href: '/report', label: m.nav_report },
	story: { href: '/story', label: m.nav_story },
	compare: { href: '/compare', label: m.nav_compare },
	load: { href: '/data', label: m.nav_load },
	readiness: { href: '/data/readiness', label: m.nav_readiness },
	sources: { href: '/data/sources', label: m.nav_sources },
	succession: { href: '/data/succession', label: m.nav_succession },
	templates: { href: '/data/templates', label: m.nav_templates },
	setup: { href: '/data/setup', label: m.nav_setup }
} as const satisfies Record<string, NavPage>;

export const ANALYSIS: NavGroup = {
	is: 'analysis',
	label: m.nav_analysis,
	pages: [PAGES.effect, PAGES.watch, PAGES.models, PAGES.methods]
};

export const DATA: NavGroup = {
	is: 'data',
	label: m.nav_data,
	pages: [
		PAGES.load,
		PAGES.readiness,
		PAGES.sources,
		PAGES.succession,
		PAGES.templates,
		PAGES.setup
	]
};

/** The bar's items, in groups that a line parts. */
export const BAR: readonly (readonly NavItem[])[] = [
	[PAGES.map, PAGES.table],
	[ANALYSIS, PAGES.plan],
	[PAGES.report, PAGES.story],
	[DATA]
];

/** Addresses that belong to a page of the menus without being below it. */
const BELONGS: readonly { prefix: string; to: NavPage }[] = [
	{ prefix: '/commune/', to: PAGES.effect }
];

/**
 * The page of the menus that an address belongs to: the longest that fits.
 *
 * @param path without the language
 * @example currentPage('/data/sources/12')?.href // '/data/sources'
 */
export function currentPage(path: string): NavPage | undefined {
	const fits = Object.values(PAGES).filter(
		({ href }) => path === href || (href !== '/' && path.startsWith(`${href}/`))
	);
	const longest = fits.sort((a, b) => b.href.length - a.href.length)[0];
	return longest ?? BELONGS.find(({ prefix }) => path.startsWith(prefix))?.to;
}

/** Whether an item of the bar is, or holds, the page. */
export function holdsPage(item: NavItem, page: NavPage | undefined): boolean {
	if (!page) return false;
	return 'pages' in item ? item.pages.includes(page) : item.href === page.href;
}

import { m } from '#lib/paraglide/messages.js';
import { SEARCH_ACTIONS, type ActionName } from './search-result.ts';

type Name = (inputs?: Record<string, never>, options?: { locale?: 'vi' | 'en' }) => string;

/** What is found by its names in either language. */
interface Named {
	/** In the reader's language. */
	name: string;
	/** In every language. */
	names: string[];
	/** The small line below the name. */
	note: string;
}

export interface SearchPage extends Named {
	/** Without a language. */
	href: string;
}

export interface SearchAction extends Named {
	action: ActionName;
}

/** Pages with the menu that they stand in. */
const PAGES: readonly [href: string, name: Name, menu: Name][] = [
	['/', m.search_all_page_map, m.search_all_menu_page],
	['/table', m.search_all_page_table, m.search_all_menu_page],
	['/effect', m.search_all_page_effect, m.search_all_menu_analysis],
	['/watch', m.search_all_page_watch, m.search_all_menu_analysis],
	['/methods', m.search_all_page_methods, m.search_all_menu_analysis],
	['/models', m.search_all_page_models, m.search_all_menu_analysis],
	['/plan', m.search_all_page_plan, m.search_all_menu_page],
	['/report', m.search_all_page_report, m.search_all_menu_page],
	['/story', m.search_all_page_story, m.search_all_menu_page],
	['/compare', m.search_all_page_compare, m.search_all_menu_page],
	['/data', m.search_all_page_load, m.search_all_menu_data],
	['/data/readiness', m.search_all_page_readiness, m.search_all_menu_data],
	['/data/sources', m.search_all_page_sources, m.search_all_menu_data],
	['/data/succession', m.search_all_page_succession, m.search_all_menu_data],
	['/data/templates', m.search_all_page_templates, m.search_all_menu_data],
	['/data/setup', m.search_all_page_setup, m.search_all_menu_data]
];

const ACTIONS: Record<ActionName, { name: Name; note: () => string }> = {
	export: { name: m.search_all_act_export, note: () => m.search_all_key({ key: 'E' }) },
	compare: { name: m.search_all_act_compare, note: () => m.search_all_key({ key: 'C' }) },
	charts: { name: m.search_all_act_charts, note: () => m.search_all_key({ key: 'G' }) },
	lasso: { name: m.search_all_act_lasso, note: m.search_all_act_map_note },
	measure: { name: m.search_all_act_measure, note: () => m.search_all_key({ key: 'M' }) },
	addSlide: { name: m.search_all_act_slide, note: () => m.search_all_key({ key: 'S' }) },
	dark: { name: m.search_all_act_dark, note: () => m.search_all_key({ key: 'D' }) },
	language: { name: m.search_all_act_language, note: m.search_all_act_language_note },
	keys: { name: m.search_all_act_keys, note: () => m.search_all_key({ key: '?' }) }
};

/** The pages that can be found, named in the reader's language. */
export function listSearchPages(): SearchPage[] {
	return PAGES.map(([href, name, menu]) => ({ href, ...named(name, menu) }));
}

/** The acts that can be found, named in the reader's language. */
export function listSearchActions(offered: readonly ActionName[] = SEARCH_ACTIONS): SearchAction[] {
	return offered.map((action) => ({
		action,
		...named(ACTIONS[action].name, ACTIONS[action].note)
	}));
}

function named(name: Name, note: () => string): Named {
	return {
		name: name(),
		names: [name({}, { locale: 'vi' }), name({}, { locale: 'en' })],
		note: note()
	};
}

import type { IsoDate, Month } from '#lib/domain/period.ts';

/** What can be done from the search, beside going somewhere. */
export const SEARCH_ACTIONS = [
	'export',
	'compare',
	'charts',
	'lasso',
	'measure',
	'addSlide',
	'dark',
	'language',
	'keys'
] as const;
export type ActionName = (typeof SEARCH_ACTIONS)[number];

/** A commune, by the code that means it in the month; without a month, as it is now. */
export interface CommuneTarget {
	is: 'commune';
	code: string;
	month?: Month;
	/** Of a former commune that was meant: the code, name and last day that it had. */
	formerCode?: string;
	formerName?: string;
	formerUntil?: IsoDate;
}

/** Where a result leads. */
export type SearchTarget =
	| CommuneTarget
	| { is: 'month'; month: Month }
	/** A former district by its name with its kind, as filters know it. */
	| { is: 'district'; name: string }
	/** A page by its address without a language. */
	| { is: 'page'; href: string }
	| { is: 'action'; name: ActionName };

/** Groups of results in the order in which they are shown. */
export const SEARCH_GROUPS = ['communes', 'districts', 'months', 'pages', 'actions'] as const;
export type SearchGroup = (typeof SEARCH_GROUPS)[number];

export type SearchIconName =
	'place' | 'district' | 'month' | 'past' | 'record' | 'page' | ActionName;

/** A stretch of a title: strong where it was searched for, quiet where it only adds. */
export interface TitlePart {
	text: string;
	look: 'plain' | 'strong' | 'quiet';
}

/** A result in the reader's language. */
export interface SearchResult {
	/** Unlike that of every other result of the same search. */
	id: string;
	icon: SearchIconName;
	title: TitlePart[];
	/** The small line below. */
	note: string;
	target: SearchTarget;
}

/** Results under one heading; none is empty. */
export interface FoundGroup {
	group: SearchGroup;
	results: SearchResult[];
}

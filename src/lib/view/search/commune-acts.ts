import { addDays, monthOf, type Month, type Scheme } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatMonth } from '../format.ts';
import type { Place } from '../place-wire.ts';
import type { CommuneTarget, SearchResult } from './search-result.ts';

/** Opens a commune: of a former one its heir as it is now, or where nothing is left of it, its own last month. */
export function communeTarget(place: Place, calendar: Scheme): CommuneTarget {
	const { code, name, validTo, now } = place;
	if (validTo === null) return { is: 'commune', code };
	const former = { formerCode: code, formerName: name, formerUntil: validTo };
	const heir = now[0];
	return heir === undefined
		? { is: 'commune', code, month: lastMonthOf(validTo, calendar), ...former }
		: { is: 'commune', code: heir.code, ...former };
}

/** What can be done with a former commune: look at it on its own boundaries, and open the page of its heir. */
export function listCommuneActs(place: Place, calendar: Scheme): SearchResult[] {
	const { code, name, validTo, now } = place;
	if (validTo === null) return [];
	const month = lastMonthOf(validTo, calendar);
	const former = { formerCode: code, formerName: name, formerUntil: validTo };
	const back: SearchResult = {
		id: 'act:past',
		icon: 'past',
		title: [{ text: m.search_all_act_past({ month: formatMonth(month), name }), look: 'plain' }],
		note: m.search_all_timeline(),
		target: { is: 'commune', code, month, ...former }
	};
	const pages = now.map((heir): SearchResult => ({
		id: `act:record:${heir.code}`,
		icon: 'record',
		title: [{ text: m.search_all_act_record({ name: heir.name }), look: 'plain' }],
		note: m.search_all_commune_page(),
		target: { is: 'page', href: `/commune/${heir.code}` }
	}));
	return [back, ...pages];
}

/** The last month whose last day a commune still had. */
function lastMonthOf(validTo: string, calendar: Scheme): Month {
	return monthOf(addDays(validTo, 1), calendar) - 1;
}

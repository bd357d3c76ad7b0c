import { byName, searchKey } from '#lib/domain/name.ts';
import type { Month } from '#lib/domain/period.ts';
import { readingsOf } from '#lib/domain/unit-name.ts';
import { m } from '#lib/paraglide/messages.js';
import { monthName } from '../month-name.ts';
import type { FormerDistrict, Place, Places } from '../place-wire.ts';
import { communeTarget, listCommuneActs } from './commune-acts.ts';
import { markMatch, matchText, toWanted, type Match, type Wanted } from './match-text.ts';
import { findMonths } from './month-query.ts';
import { districtNote, districtTitle, placeNote, placeTitle } from './place-text.ts';
import type { SearchAction, SearchPage } from './search-pages.ts';
import {
	SEARCH_GROUPS,
	type FoundGroup,
	type SearchGroup,
	type SearchResult
} from './search-result.ts';

/** How many results of a kind are shown at most. */
const MOST: Record<Exclude<SearchGroup, 'months'>, number> = {
	communes: 8,
	districts: 3,
	pages: 4,
	actions: 4
};

/** Everything that can be found. */
export interface SearchIndex {
	places: Places;
	pages: readonly SearchPage[];
	actions: readonly SearchAction[];
	/** The last month of the timeline: the month that is now. */
	now: Month;
}

/** Joins what can be found; texts are in the reader's language of that moment. */
export function buildSearchIndex(
	places: Places,
	pages: readonly SearchPage[],
	actions: readonly SearchAction[],
	now: Month
): SearchIndex {
	return { places, pages, actions, now };
}

/**
 * What a text may mean, grouped, the best first in each group; nothing for an empty text.
 *
 * @example search(index, 'noong') // Noong Bua, Noọng Hẹt, Noong Luống with what they belong to now
 */
export function search(index: SearchIndex, text: string): FoundGroup[] {
	const wanted = toWanted(text);
	if (!wanted) return [];
	const communes = findCommunes(index.places.communes, wanted);
	const shown = communes.slice(0, MOST.communes);
	const results: Record<SearchGroup, SearchResult[]> = {
		communes: shown.map((found) => communeResult(found, index.places)),
		districts: findDistricts(index.places.districts, wanted),
		months: monthResults(index, text),
		pages: findNamed(index.pages, wanted, MOST.pages, ({ href }) => ({
			id: `page:${href}`,
			icon: 'page' as const,
			target: { is: 'page', href }
		})),
		actions: [
			...actsOfBestFormer(shown, index.places),
			...findNamed(index.actions, wanted, MOST.actions, ({ action }) => ({
				id: `act:${action}`,
				icon: action,
				target: { is: 'action', name: action }
			}))
		]
	};
	return SEARCH_GROUPS.map((group) => ({ group, results: results[group] })).filter(
		({ results }) => results.length > 0
	);
}

interface FoundPlace {
	place: Place;
	rank: number;
	/** Undefined where the code was found. */
	match?: Match;
}

/** A single digit is in every code. */
const CODE = /^\d{2,}$/;

/** Communes by code or name, the best first; of equals those in force, then by name, of namesakes the latest. */
function findCommunes(places: readonly Place[], wanted: Wanted): FoundPlace[] {
	const found = CODE.test(wanted.key)
		? places
				.filter(({ code }) => code.startsWith(wanted.key))
				.map((place): FoundPlace => ({ place, rank: place.code === wanted.key ? 0 : 1 }))
		: findByName(places, wanted);
	return found.sort(
		(a, b) =>
			a.rank - b.rank ||
			Number(a.place.validTo !== null) - Number(b.place.validTo !== null) ||
			byName(a.place.name, b.place.name) ||
			byName(b.place.validTo ?? '', a.place.validTo ?? '') ||
			byName(a.place.code, b.place.code)
	);
}

/** A kind before the name narrows the choice where any of that kind is found: "phường mường thanh". */
function findByName(places: readonly Place[], wanted: Wanted): FoundPlace[] {
	const readings = readingsOf(wanted.text).flatMap(({ kind, name }) => {
		const own = toWanted(name);
		return own ? [{ kind: searchKey(kind), wanted: own }] : [];
	});
	const ofKind: FoundPlace[] = [];
	const others: FoundPlace[] = [];
	for (const place of places) {
		for (const reading of readings) {
			const match = matchText(place.name, reading.wanted);
			if (!match) continue;
			const fits = reading.kind === '' || reading.kind === searchKey(place.kind);
			(fits ? ofKind : others).push({ place, rank: match.rank, match });
			break;
		}
	}
	return ofKind.length > 0 ? ofKind : others;
}

function communeResult({ place, match }: FoundPlace, { calendar }: Places): SearchResult {
	return {
		id: `commune:${place.code}:${place.name}:${place.validFrom}`,
		icon: 'place',
		title: placeTitle(place, match),
		note: placeNote(place, match === undefined),
		target: communeTarget(place, calendar)
	};
}

/** Acts with the best former commune, where no commune in force is clearly better meant. */
function actsOfBestFormer(found: readonly FoundPlace[], { calendar }: Places): SearchResult[] {
	const best = found.find(({ place, rank }) => place.validTo !== null && rank === found[0]?.rank);
	return best ? listCommuneActs(best.place, calendar) : [];
}

function findDistricts(districts: readonly FormerDistrict[], wanted: Wanted): SearchResult[] {
	return ranked(districts, ({ name }) => bestMatch([name, nameAlone(name)], wanted))
		.slice(0, MOST.districts)
		.flatMap(({ item }): SearchResult[] => {
			const match = matchText(item.name, wanted);
			return match
				? [
						{
							id: `district:${item.name}`,
							icon: 'district',
							title: districtTitle(item, match),
							note: districtNote(item),
							target: { is: 'district', name: item.name }
						}
					]
				: [];
		});
}

function nameAlone(fullName: string): string {
	return readingsOf(fullName)[0]?.name ?? fullName;
}

function monthResults({ places, now }: SearchIndex, text: string): SearchResult[] {
	return findMonths(text, { from: places.firstMonth, to: now }).map((month) => ({
		id: `month:${month}`,
		icon: 'month',
		title: [
			{ text: m.search_all_month({ month: monthName(month, places.calendar) }), look: 'plain' }
		],
		note: m.search_all_timeline(),
		target: { is: 'month', month }
	}));
}

function findNamed<T extends SearchPage | SearchAction>(
	items: readonly T[],
	wanted: Wanted,
	most: number,
	toResult: (item: T) => Pick<SearchResult, 'id' | 'icon' | 'target'>
): SearchResult[] {
	return ranked(items, ({ names }) => bestMatch(names, wanted))
		.slice(0, most)
		.map(({ item }) => ({
			...toResult(item),
			title: markMatch(item.name, matchText(item.name, wanted)),
			note: item.note
		}));
}

/** Those with a match, the best first; equals stay in their order. */
function ranked<T>(
	items: readonly T[],
	matchOf: (item: T) => Match | undefined
): { item: T; match: Match }[] {
	return items
		.flatMap((item) => {
			const match = matchOf(item);
			return match ? [{ item, match }] : [];
		})
		.sort((a, b) => a.match.rank - b.match.rank);
}

function bestMatch(names: readonly string[], wanted: Wanted): Match | undefined {
	return ranked(names, (name) => matchText(name, wanted))[0]?.match;
}

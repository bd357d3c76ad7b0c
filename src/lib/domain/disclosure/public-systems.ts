import { yearlyFigures } from '../commune/yearly.ts';
import { wasValidIn, type History } from '../history.ts';
import { latestSelf } from '../reading.ts';
import { listAncestors } from '../succession.ts';
import { countsOn, historyOfTrack } from '../track-history.ts';
import type { Unit } from '../unit.ts';
import {
	sumTerms,
	termsKey,
	type CellKind,
	type CountCell,
	type CountSystem
} from './count-system.ts';
import type { CellSubject, CellTerm } from './plan-message.ts';
import { frameTotals, isComplete, programmeTotals, type ProgrammeTotal } from './public-totals.ts';
import {
	leadingYears,
	wasValidDuring,
	yearMonths,
	type ReportedIndicator
} from './reported-years.ts';

/** What a province could publish. */
export interface PublicData {
	history: History;
	tracks: readonly string[];
	/** Indicators that add up, but those that a track is judged by: the history has their figures. */
	indicators: readonly ReportedIndicator[];
	/** The last whole year. */
	lastYear: number;
}

const YEAR = 12;

/** The systems of all indicators and whole years, in the order of codes and years. */
export function publicSystems(data: PublicData): CountSystem[] {
	const { history, tracks, indicators, lastYear } = data;
	const leading = [...new Set(history.leading.values())].map((code): ReportedIndicator => ({
		code,
		periodicity: 'month',
		years: leadingYears(history, code)
	}));
	const all = [...leading, ...indicators].filter(({ years }) => years.length > 0);
	const years = [...new Set(all.flatMap((each) => each.years.map(({ year }) => year)))]
		.filter((year) => year <= lastYear)
		.sort((a, b) => a - b);
	const totals = programmeTotals(history, tracks, years);
	return all
		.toSorted((a, b) => (a.code < b.code ? -1 : 1))
		.flatMap((indicator) => indicatorSystems(history, indicator, totals, years));
}

function indicatorSystems(
	history: History,
	indicator: ReportedIndicator,
	totals: readonly ProgrammeTotal[],
	years: readonly number[]
): CountSystem[] {
	const units = [...history.units.values()];
	const selves = [...new Set(units.map(({ id }) => latestSelf(history, id)))];
	const reported = reportedInFull(history, indicator.code, selves);
	const frames = reported && frameTotals(history, years, reported);
	return years.map((year) => {
		const during = units.filter((unit) => wasValidDuring(history, unit, year));
		const counts = new Map(during.map((unit) => [partKey(unit), 0]));
		for (const { unitId, year: of, total } of indicator.years) {
			const key = partKey(history.units.get(unitId)!);
			if (of === year && counts.has(key)) counts.set(key, Math.round(total));
		}
		const cells = new CellList(counts);
		const termsOf = (id: number) => unitTerms(history, id, counts);
		for (const id of selves) {
			const subject: CellSubject = { of: 'unit', unitId: id };
			if (reported) {
				if (reported.get(year)?.has(id)) cells.add('unit', termsOf(id), true, subject);
			} else if (wasValidIn(history, id, yearMonths(year).to) || isYetToCome(history, id, year)) {
				cells.add('unit', termsOf(id), false, subject);
			}
		}
		for (const total of totals) {
			if (total.year !== year || !isComplete(history, total, indicator)) continue;
			const terms = total.units.map((unit) => ({ part: partKey(unit), factor: 1 }));
			cells.add('programme', terms, true, total.subject);
		}
		for (const { year: of, subject, unitIds } of frames ?? []) {
			if (of === year) cells.add('frame', unitIds.flatMap(termsOf), true, subject);
		}
		return {
			indicator: indicator.code,
			year,
			cells: cells.list(),
			parts: [...counts].map(([key, count]) => ({ key, count }))
		};
	});
}

/** The name of a unit's part: the same whenever its data is loaded. */
function partKey({ code, validFrom }: Unit): string {
	return `${code} ${validFrom}`;
}

/** Whether a unit is made of others that are valid in a year. */
function isYetToCome(history: History, id: number, year: number): boolean {
	return listAncestors(history.lineage, id).some(({ unitId }) =>
		wasValidIn(history, unitId, yearMonths(year).to)
	);
}

function unitTerms(history: History, id: number, parts: ReadonlyMap<string, number>): CellTerm[] {
	return listAncestors(history.lineage, id)
		.map(({ unitId, weight }) => ({ part: partKey(history.units.get(unitId)!), factor: weight }))
		.filter(({ part }) => parts.has(part));
}

/**
 * By year, the units that reported all months of a track's leading indicator; undefined for another one, of which
 * no commune's count is ever printed.
 */
function reportedInFull(
	history: History,
	indicator: string,
	selves: readonly number[]
): Map<number, Set<number>> | undefined {
	const track = [...history.leading].find(([, code]) => code === indicator)?.[0];
	if (track === undefined) return undefined;
	const known = historyOfTrack(history, track);
	const whole = new Map<number, Set<number>>();
	if (!known.dataMonths) return whole;
	for (const id of selves) {
		const counts = countsOn(known, id, known.dataMonths.to);
		for (const { year, months } of yearlyFigures(counts, () => undefined, known.dataMonths)) {
			if (months < YEAR) continue;
			if (!whole.has(year)) whole.set(year, new Set());
			whole.get(year)!.add(id);
		}
	}
	return whole;
}

/** Cells by their terms: what is the same sum is one cell, of the kind that it was first added as. */
class CellList {
	readonly #cells = new Map<string, CountCell & { subjects: CellSubject[] }>();

	constructor(readonly counts: ReadonlyMap<string, number>) {}

	add(kind: CellKind, all: readonly CellTerm[], printable: boolean, subject: CellSubject): void {
		const factors = new Map<string, number>();
		for (const { part, factor } of all) {
			factors.set(part, (factors.get(part) ?? 0) + factor);
		}
		const terms = [...factors].map(([part, factor]) => ({ part, factor: tidy(factor) }));
		if (terms.length === 0) return;
		const key = termsKey(terms);
		const known = this.#cells.get(key);
		if (known) {
			known.subjects.push(subject);
			known.printable ||= printable;
			return;
		}
		const count = Math.round(sumTerms(terms, (part) => this.counts.get(part)!));
		this.#cells.set(key, { key, kind, terms, count, printable, subjects: [subject] });
	}

	list(): CountCell[] {
		return [...this.#cells.values()];
	}
}

/** Weights that make up a whole are one. */
function tidy(factor: number): number {
	return Number(factor.toFixed(9));
}

import { ENOUGH_STATED } from '#lib/domain/models/copies.ts';
import type { OrphanReason } from '#lib/domain/models/review.ts';
import { addDays, monthOf, type Month, type Scheme } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatDecimal, formatMonth, formatRate } from './format.ts';
import { localName } from './local-name.ts';
import type { ModelCopies, ModelReview, ModelRow, ModelStudy } from './model-wire.ts';
import { monthName } from './month-name.ts';

/** The day from which there are no townships any more. */
const WITHOUT_TOWNSHIPS = '2025-07-01';

/** What the units of a frame are called together: `xã, phường, thị trấn` before July 2025. */
export function unitsOf(frameFrom: string): string {
	return frameFrom < WITHOUT_TOWNSHIPS ? m.models_units_then() : m.models_units_now();
}

/** Boundaries to choose, by the months in which they hold: `01/2020 – 06/2025 (129 xã, phường, thị trấn)`. */
export function frameText(
	{ from, to, units }: { from: string; to: string | null; units: number },
	calendar: Scheme
): string {
	const facts = {
		from: formatMonth(monthOf(from, calendar)),
		count: formatCount(units),
		units: unitsOf(from)
	};
	return to === null
		? m.models_frame_open(facts)
		: m.models_frame_closed({ ...facts, to: formatMonth(monthOf(addDays(to, 1), calendar) - 1) });
}

/** The type that a study is about. */
export function studiedModel({ models, model }: ModelStudy): ModelRow {
	return models.find((row) => row.model.code === model)!;
}

/** Which type is in the most communes. */
export function answerText({ models, frame, until, curve }: ModelStudy, calendar: Scheme): string {
	const month = monthName(until, calendar);
	const [first] = models;
	if (!first || first.communes === 0) return m.models_answer_none({ month });
	return m.models_answer({
		month,
		model: localName(first.model),
		units: unitsOf(frame),
		communes: formatCount(first.communes),
		of: formatCount(curve.of)
	});
}

/** In how many communes a type is. */
export function curveText(study: ModelStudy, calendar: Scheme): string {
	const { curve, until, frame } = study;
	const model = localName(studiedModel(study).model);
	const month = monthName(until, calendar);
	const now = curve.points.at(-1)?.communes ?? 0;
	const facts = { model, month, of: formatCount(curve.of), units: unitsOf(frame) };
	if (now > 0) return m.models_curve_now({ ...facts, communes: formatCount(now) });
	const most = curve.points.reduce(
		(highest, point) => (point.communes > highest.communes ? point : highest),
		{ month: until, communes: 0 }
	);
	if (most.communes === 0) return m.models_curve_never(facts);
	return m.models_curve_ended({
		...facts,
		most: formatCount(most.communes),
		when: monthName(most.month, calendar)
	});
}

/** How long it took from a tenth to half of the communes. */
export function riseText({ curve }: ModelStudy): string {
	const { tenth, half, years } = curve;
	if (tenth === undefined) return m.models_curve_no_tenth();
	if (half === undefined || years === undefined) {
		return m.models_curve_no_half({ tenth: formatMonth(tenth) });
	}
	return m.models_curve_rise({
		tenth: formatMonth(tenth),
		half: formatMonth(half),
		years: formatRate(years)
	});
}

/** What may be said about copying, in a sentence. */
export function copiesText(copies: ModelCopies, until: Month, calendar: Scheme): string {
	if (copies.sites === 0) return m.models_copies_no_sites({ month: monthName(until, calendar) });
	if (!copies.enough || copies.medianMonths === undefined) return m.models_copies_not_enough();
	return m.models_copies_median({
		months: formatDecimal(copies.medianMonths),
		generations: formatCount(copies.generations.length - 1)
	});
}

/** The figures behind it; generations only where enough is known to speak of them. */
export function copiesFigures({
	sites,
	stated,
	unknown,
	enough,
	generations
}: ModelCopies): string[] {
	if (sites === 0) return [];
	const [first = 0, ...later] = generations;
	return [
		m.models_copies_stated({
			stated: formatCount(stated),
			sites: formatCount(sites),
			needed: formatCount(neededOrigins(sites))
		}),
		...(unknown > 0 ? [m.models_copies_unknown({ count: formatCount(unknown) })] : []),
		...(enough
			? [
					`${[
						m.models_copies_generations({ first: formatCount(first) }),
						...later.map((count, at) =>
							m.models_copies_generation({ nth: formatCount(at + 1), count: formatCount(count) })
						)
					].join('; ')}.`
				]
			: [])
	];
}

/** So many sites must state an origin before anything is said. */
function neededOrigins(sites: number): number {
	return Math.ceil(ENOUGH_STATED * sites);
}

/** Whether new communes border on those that have the model. */
export function spreadText({ spread }: ModelStudy): string {
	if (spread.adoptions === 0) return m.models_spread_none();
	const facts = { s: formatCount(spread.bordering), n: formatCount(spread.adoptions) };
	switch (spread.verdict) {
		case 'more':
			return m.models_spread_more(facts);
		case 'no-more':
			return m.models_spread_no_more(facts);
		case undefined:
			return m.models_spread_too_few(facts);
	}
}

/** What chance alone would give; undefined where nothing is held against it. */
export function expectedText({ spread }: ModelStudy): string | undefined {
	if (spread.verdict === undefined) return undefined;
	return m.models_spread_expected({
		expected: formatCount(spread.expected),
		n: formatCount(spread.adoptions)
	});
}

/**
 * What may be said about a model and crime.
 *
 * @param effect the sentence of the effect study with the first site of the type in place of approval; undefined
 *   while there is none
 */
export function crimeText({ crime }: ModelStudy, effect?: string): string {
	if (crime.adopters === 0) return m.models_crime_none();
	if (crime.tooMany) return m.models_crime_too_many();
	return effect === undefined
		? m.models_crime_not_yet()
		: m.models_crime_association({ sentence: effect });
}

/** What has to be said beside it. */
export function crimeCaveats(): string[] {
	return [m.models_crime_chosen(), m.models_crime_together(), m.models_crime_reporting()];
}

/** How many sites there are to look at. */
export function reviewText(review: ModelReview): string {
	const { idle, doubled, orphaned } = review;
	const found = new Set(
		[...idle, ...doubled.flatMap(({ sites }) => sites), ...orphaned.map(({ site }) => site)].map(
			({ id }) => id
		)
	);
	return found.size === 0
		? m.models_review_clear()
		: m.models_review_found({ count: formatCount(found.size) });
}

const ORPHANED: Record<OrphanReason, () => string> = {
	'type-retired': m.models_review_type_retired,
	'commune-closed': m.models_review_commune_closed,
	'origin-unknown': m.models_review_origin_unknown
};

/** Why a site is orphaned. */
export function orphanText(reasons: readonly OrphanReason[]): string {
	return reasons.map((reason) => ORPHANED[reason]()).join('; ');
}

/** Why sites may be the same. */
export function doubledText({ sameName, nearestM }: ModelReview['doubled'][number]): string {
	return [
		...(sameName ? [m.models_review_same_name()] : []),
		...(nearestM === undefined ? [] : [m.models_review_near({ metres: formatCount(nearestM) })])
	].join('; ');
}

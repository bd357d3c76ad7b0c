import { yearlyFigures } from '#lib/domain/commune/yearly.ts';
import { isActiveOn } from '#lib/domain/community-model.ts';
import type { PublicCopy } from '#lib/domain/disclosure/public-copy.ts';
import { populationOn, sitesOn } from '#lib/domain/history.ts';
import { byName } from '#lib/domain/name.ts';
import { monthEnd, type Month } from '#lib/domain/period.ts';
import { latestSelf } from '#lib/domain/reading.ts';
import { countsOn, type TrackHistory } from '#lib/domain/track-history.ts';
import { fullName } from '#lib/domain/unit.ts';
import { m } from '#lib/paraglide/messages.js';
import { comparedWith } from '#lib/view/base-label.ts';
import { formatCount, formatDecimal } from '#lib/view/format.ts';
import { localName, localUnit } from '#lib/view/local-name.ts';
import { sensitivityLabel } from '#lib/view/sensitivity.ts';
import { toTableRow } from '#lib/view/table-row.ts';
import { communeSheet } from '../sheet/commune-sheet.ts';
import type { Sheet } from '../sheet/marks.ts';
import { atlasEvents, atlasStates } from './atlas-record.ts';
import { notesOf, subtitleOf, viewPicture, type ViewOnPaper } from './view-sheet.ts';

/** A year has this many months. */
const YEAR = 12;

/** What an atlas is made from. */
export interface AtlasView extends ViewOnPaper {
	track: string;
	/** What the public may have; undefined where all is shown. */
	copy: PublicCopy | undefined;
}

/**
 * The atlas of a view: a page for each commune in it, by name.
 *
 * @yields page after page: each is drawn when it is asked for
 */
export function* atlasSheets(view: AtlasView, history: TrackHistory): Generator<Sheet> {
	const draw = pageMaker(view, history);
	for (const row of atlasRows(view)) {
		const page = draw(row);
		if (page) yield page;
	}
}

/** The communes of the atlas, as rows of the view in the order of its pages. */
export function atlasRows({ source, included }: Pick<AtlasView, 'source' | 'included'>): number[] {
	return source.units
		.flatMap((unit, row) => (included(row) ? { unit, row } : []))
		.sort((a, b) => byName(a.unit.name, b.unit.name))
		.map(({ row }) => row);
}

/** What all pages share is made once. */
function pageMaker(view: AtlasView, history: TrackHistory): (row: number) => Sheet | undefined {
	const { source, month, leading, copy } = view;
	const picture = viewPicture(view, { all: true });
	const shared = {
		yearsTitle:
			leading === null
				? m.track_without_trend()
				: m.atlas_years({ indicator: localName(leading), unit: localUnit(leading) }),
		notes: notesOf(view),
		label: sensitivityLabel(view)
	};
	return (row) => {
		const unit = source.units[row];
		if (!unit) return undefined;
		const figures = toTableRow(source, row, month);
		return communeSheet({
			...shared,
			unitId: unit.id,
			name: fullName(unit),
			picture,
			subtitle: [...(figures.district === '' ? [] : [figures.district]), subtitleOf(view)].join(
				' · '
			),
			...atlasStates(source, row, month),
			facts: [
				...(leading === null
					? []
					: [
							{
								label: m.atlas_trend({ base: comparedWith(view.params) }),
								value: figures.trend || '–'
							}
						]),
				{
					label: m.atlas_population(),
					value: withNote(
						countText(figures.population),
						figures.populationEstimated ? m.population_estimate() : ''
					)
				},
				{ label: m.atlas_area(), value: formatDecimal(figures.areaKm2) },
				...(figures.estimated ? [{ label: m.atlas_note(), value: m.reading_estimate() }] : [])
			],
			events: atlasEvents(view, history, row),
			models: modelsOf(history, unit.id, month),
			years: yearsOf(history, unit.id, month, copy)
		});
	};
}

/** Active sites of each type, the most first. */
function modelsOf(history: TrackHistory, unitId: number, month: Month) {
	const day = monthEnd(month, history.calendar);
	const counts = new Map<string, number>();
	for (const site of sitesOn(history, latestSelf(history, unitId))) {
		if (isActiveOn(site, day)) counts.set(site.modelCode, (counts.get(site.modelCode) ?? 0) + 1);
	}
	return [...counts]
		.map(([code, count]) => {
			const model = history.models.find((each) => each.code === code);
			return { name: model ? localName(model) : code, count };
		})
		.sort((a, b) => b.count - a.count || byName(a.name, b.name));
}

function yearsOf(history: TrackHistory, unitId: number, to: Month, copy: PublicCopy | undefined) {
	if (!history.dataMonths) return [];
	const self = latestSelf(history, unitId);
	const indicator = history.leading.get(history.track);
	return yearlyFigures(countsOn(history, self, to), (year) => populationOn(history, self, year), {
		from: history.dataMonths.from,
		to: Math.min(to, history.dataMonths.to)
	}).map(({ year, count, months }) => {
		const partial = months < YEAR;
		const shown = copy === undefined || copy.showsUnit(indicator, year, self);
		return { year, count: shown ? count : undefined, partial };
	});
}

function withNote(text: string, note: string): string {
	return note === '' ? text : `${text} (${note})`;
}

function countText(count: number | undefined): string {
	return count === undefined ? '–' : formatCount(Math.round(count));
}

import { yearlyFigures } from '#lib/domain/commune/yearly.ts';
import type { PublicCopy } from '#lib/domain/disclosure/public-copy.ts';
import { populationOn, recordOf } from '#lib/domain/history.ts';
import { byName } from '#lib/domain/name.ts';
import { monthEnd, type Month } from '#lib/domain/period.ts';
import { latestSelf } from '#lib/domain/reading.ts';
import { countsOn, type TrackHistory } from '#lib/domain/track-history.ts';
import { fullName } from '#lib/domain/unit.ts';
import { m } from '#lib/paraglide/messages.js';
import { comparedWith } from '#lib/view/base-label.ts';
import { statusLabel } from '#lib/view/class-label.ts';
import { formatCount, formatDate, formatDecimal } from '#lib/view/format.ts';
import { fillCode } from '#lib/view/frame-view.ts';
import { localName, localUnit } from '#lib/view/local-name.ts';
import { membersAt } from '#lib/view/makeup.ts';
import { sensitivityLabel } from '#lib/view/sensitivity.ts';
import { toTableRow } from '#lib/view/table-row.ts';
import { communeSheet } from '../sheet/commune-sheet.ts';
import type { Sheet } from '../sheet/marks.ts';
import { notesOf, paintArea, subtitleOf, type ViewOnPaper } from './view-sheet.ts';

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
	for (const row of atlasRows(view)) yield communePage(view, history, row);
}

/** The communes of the atlas, as rows of the view in the order of its pages. */
export function atlasRows({ source, included }: Pick<AtlasView, 'source' | 'included'>): number[] {
	return source.units
		.flatMap((unit, row) => (included(row) ? { unit, row } : []))
		.sort((a, b) => byName(a.unit.name, b.unit.name))
		.map(({ row }) => row);
}

function communePage(view: AtlasView, history: TrackHistory, row: number): Sheet {
	const { source, month, params, ground, track } = view;
	const unit = source.units[row]!;
	const figures = toTableRow(source, row, month);
	const former = membersAt(unit, month).map(({ name }) => name);
	const code = fillCode(source, row, month, params);
	return communeSheet({
		...{ unitId: unit.id, name: fullName(unit), ground },
		subtitle: [...(figures.district === '' ? [] : [figures.district]), subtitleOf(view)].join(
			' · '
		),
		paint: paintArea(source, row, code, month),
		facts: [
			{ label: m.atlas_state(), value: withNote(figures.status, figures.composition) },
			{
				label: m.atlas_trend({ base: comparedWith(view.params) }),
				value: figures.trend || '–'
			},
			{ label: m.atlas_sites(), value: countText(figures.sites) },
			...(figures.estimated ? [{ label: m.atlas_note(), value: m.reading_estimate() }] : []),
			{
				label: m.atlas_population(),
				value: withNote(
					countText(figures.population),
					figures.populationEstimated ? m.population_estimate() : ''
				)
			},
			{ label: m.atlas_area(), value: formatDecimal(figures.areaKm2) },
			...(former.length > 0 ? [{ label: m.atlas_former(), value: former.join(', ') }] : [])
		],
		events: recordOf(history, latestSelf(history, unit.id), track)
			.filter(({ effectiveDate }) => effectiveDate <= monthEnd(month, history.calendar))
			.map(({ effectiveDate, status, documentNumber }) => ({
				date: formatDate(effectiveDate),
				text: withNote(statusLabel(status), documentNumber ?? '')
			})),
		yearsTitle:
			view.leading === null
				? m.track_without_trend()
				: m.atlas_years({
						indicator: localName(view.leading),
						unit: localUnit(view.leading)
					}),
		years: yearsOf(history, unit.id, month, view.copy),
		notes: notesOf(view),
		label: sensitivityLabel(view)
	});
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

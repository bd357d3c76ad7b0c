import type { LoadedSource } from '#lib/domain/loaded-source.ts';
import { findMapClass, statusCode } from '#lib/domain/map-class.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { Month, Scheme } from '#lib/domain/period.ts';
import type { Status } from '#lib/domain/status.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDate } from '#lib/view/format.ts';
import { fillCode, fillMatrix, type ClassSource } from '#lib/view/frame-view.ts';
import { countFillCodes, listLegend } from '#lib/view/legend.ts';
import { compositionAt, MIXED_EXAMPLE } from '#lib/view/makeup.ts';
import { monthName } from '#lib/view/month-name.ts';
import { PAPER, paintOf } from '#lib/view/palette.ts';
import { comparedWith } from '#lib/view/base-label.ts';
import { publicNotes } from '#lib/view/public-notes.ts';
import { sensitivityLabel } from '#lib/view/sensitivity.ts';
import { sourceList } from '#lib/view/source-list.ts';
import type { ViewParams } from '#lib/view/view-params.ts';
import { viewTitle } from '#lib/view/view-title.ts';
import type { AreaPaint, MapContent } from '../sheet/map-content.ts';
import type { Ground } from '../sheet/project.ts';

/** What a sheet of a view is made from. */
export interface ViewOnPaper {
	params: ViewParams;
	month: Month;
	/** The month that was asked for: a public copy shows whole years only. */
	askedMonth: Month;
	calendar: Scheme;
	/** The indicator that the track is judged by; null for a track without one. */
	leading: Indicator | null;
	frame: { from: string };
	source: ClassSource;
	included: (row: number) => boolean;
	ground: Ground;
	/** Null where no data set named it. */
	provinceName: string | null;
	trackName: string;
	demonstration: boolean;
	dataVersion: number;
	sources: readonly Pick<LoadedSource, 'fileName' | 'importedAt' | 'sensitivity'>[];
	/** Small counts, and what would tell them, are left out. */
	forPublic: boolean;
	/** The day on which it is drawn. */
	today: string;
}

/** Communes that are filtered out: bare paper, which no class has. */
const FILTERED: AreaPaint = { fill: '#ffffff' };

/** A view of the map as a sheet's content: the classes in view in the colours of the screen by day. */
export function viewOnPaper(view: ViewOnPaper): MapContent {
	const { source, month, params, included } = view;
	const rows = new Map(source.units.map(({ id }, row) => [id, row]));
	const counts = countFillCodes(source, month, params, included);
	const shown = fillMatrix(params);
	const filtered = source.units.filter((_, row) => !included(row)).length;
	return {
		title: viewTitle(params, view.leading),
		subtitle: subtitleOf(view),
		ground: view.ground,
		paintOf(unitId) {
			const row = rows.get(unitId);
			if (row === undefined || !included(row)) return FILTERED;
			return paintArea(source, row, fillCode(source, row, month, params), month);
		},
		nameOf(unitId) {
			const row = rows.get(unitId);
			const unit = row === undefined ? undefined : source.units[row];
			return unit && included(row!) ? { text: unit.name, weight: unit.areaKm2 } : undefined;
		},
		legend: [
			...listLegend(shown, counts, params.perPeople).map(({ mapClass, label, count }) => ({
				...{ label, count },
				paint: legendPaint(mapClass)
			})),
			...(filtered > 0 ? [{ label: m.sheet_filtered(), count: filtered, paint: FILTERED }] : [])
		],
		notes: notesOf(view),
		label: sensitivityLabel(view)
	};
}

/** Province, month, and what the view is narrowed to. */
export function subtitleOf({
	params,
	month,
	calendar,
	provinceName,
	trackName
}: ViewOnPaper): string {
	const parts = [
		...(provinceName === null ? [] : [provinceName]),
		m.sheet_month({ month: monthName(month, calendar) })
	];
	if (fillMatrix(params) === 'trend') parts.push(m.sheet_against({ base: comparedWith(params) }));
	if (params.theme === 'status') parts.push(trackName);
	if (params.theme === 'sites' && params.perPeople) parts.push(m.sheet_per_people());
	if (params.district !== undefined) parts.push(params.district);
	return parts.join(' · ');
}

/** Sources, dates and warnings of a view. */
export function notesOf(view: ViewOnPaper): string[] {
	const { demonstration, frame, sources, dataVersion, today, params } = view;
	return [
		...(demonstration ? [m.demonstration_note()] : []),
		...publicNotes(view),
		...(params.theme === 'summary' ? [m.sheet_summary_note()] : []),
		m.sheet_boundaries({ from: formatDate(frame.from) }),
		...(params.on === undefined ? [] : [m.reading_note({ date: formatDate(frame.from) })]),
		m.sheet_source({ sources: sourceList(sources) }),
		m.sheet_drawn({ date: formatDate(today), version: String(dataVersion) })
	];
}

/** Colour and cover of a commune of a class. */
export function paintArea(
	source: ClassSource,
	row: number,
	code: number | undefined,
	month: Month
): AreaPaint {
	const mapClass = code === undefined ? undefined : findMapClass(code);
	if (!mapClass) return { fill: PAPER.light };
	const { color, pattern } = paintOf(mapClass, 'light');
	if (pattern === undefined) return { fill: color };
	if (pattern !== 'stripes') return { fill: color, cover: { pattern } };
	const bands = bandsOf(compositionAt(source.units[row]!, month));
	return bands.length > 1 ? { fill: color, cover: { bands } } : { fill: bands[0]?.color ?? color };
}

/** Bands in the colours of states, as wide as their share. */
function bandsOf(composition: readonly (readonly [Status, number])[]) {
	const total = composition.reduce((sum, [, count]) => sum + count, 0);
	return composition.map(([status, count]) => ({
		color: paintOf(findMapClass(statusCode(status))!, 'light').color,
		share: count / total
	}));
}

/** A unit of several states has bands in the legend too: of two that any reader has seen. */
function legendPaint(mapClass: Parameters<typeof paintOf>[0]): AreaPaint {
	const { color, pattern } = paintOf(mapClass, 'light');
	if (pattern === undefined) return { fill: color };
	return {
		fill: color,
		cover: pattern === 'stripes' ? { bands: bandsOf(MIXED_EXAMPLE) } : { pattern }
	};
}

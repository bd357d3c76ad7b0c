import type { Indicator } from '#lib/domain/indicator.ts';
import type { CitedSource } from '#lib/domain/loaded-source.ts';
import { statusCode } from '#lib/domain/map-class.ts';
import type { Month, Scheme } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { provinceLabel } from '#lib/view/app-title.ts';
import { comparedWith } from '#lib/view/base-label.ts';
import { documentList } from '#lib/view/document-list.ts';
import { formatDate } from '#lib/view/format.ts';
import { fillCode, fillMatrix, type ClassSource } from '#lib/view/frame-view.ts';
import { isSeat } from '#lib/view/labels/seat.ts';
import { isPaintedInParts, partLooks } from '#lib/view/map-paints.ts';
import { monthName } from '#lib/view/month-name.ts';
import { publicNotes } from '#lib/view/public-notes.ts';
import { relapsedPieces } from '#lib/view/relapsed-pieces.ts';
import { sensitivityLabel } from '#lib/view/sensitivity.ts';
import { sourceList, themeSources } from '#lib/view/source-list.ts';
import type { ViewParams } from '#lib/view/view-params.ts';
import { viewTitle } from '#lib/view/view-title.ts';
import type {
	AreaPaint,
	MapContent,
	MapPicture,
	SheetBaseMap,
	SheetDiamond
} from '../sheet/map-content.ts';
import type { Ground } from '../sheet/project.ts';
import { classPaint, FILTERED, paintArea } from './area-paint.ts';
import { passesFilters, sheetLegend } from './sheet-legend.ts';

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
	/** Resolutions by which the boundaries came about. */
	frameDocuments: readonly string[];
	source: ClassSource;
	/** Whether a row is in view. */
	included: (row: number) => boolean;
	ground: Ground;
	/** Former communes in their own shapes, where the view paints them; on the plane of `ground`. */
	former: Ground | undefined;
	/** Hills, rivers and roads on the plane of `ground`, and whom they are from; undefined where they are not wanted. */
	baseMap: { shapes: SheetBaseMap; attribution: string } | undefined;
	/** The province's zone of VN-2000; undefined where none is known. */
	zone: { name: string; meridian: number } | undefined;
	/** Null where no data set named it. */
	provinceName: string | null;
	trackName: string;
	demonstration: boolean;
	dataVersion: number;
	sources: readonly CitedSource[];
	/** Small counts, and what would tell them, are left out. */
	forPublic: boolean;
	/** The day on which it is drawn. */
	today: string;
}

/** A view of the map as a sheet's content: the classes in view in the colours of the screen by day. */
export function viewOnPaper(view: ViewOnPaper): MapContent {
	const { zone } = view;
	return {
		...viewPicture(view),
		subtitle: subtitleOf(view),
		...sheetLegend(view),
		...(zone ? { zone } : {}),
		notes: notesOf(view),
		label: sensitivityLabel(view)
	};
}

/** What the map of a view shows. @param named whether communes that are filtered out have their names, too */
export function viewPicture(view: ViewOnPaper, named = { all: false }): MapPicture {
	const { source, params, included } = view;
	const rows = new Map(source.units.map(({ id }, row) => [id, row]));
	return {
		title: titleOf(view),
		ground: view.ground,
		...mapPaints(view),
		nameOf(unitId) {
			const row = rows.get(unitId);
			const unit = row === undefined ? undefined : source.units[row];
			if (!unit || row === undefined || !(named.all || included(row))) return undefined;
			return {
				text: unit.name,
				weight: unit.areaKm2,
				capital: isSeat(unit),
				ward: unit.kind === 'Phường'
			};
		},
		...(view.baseMap ? { baseMap: view.baseMap.shapes } : {}),
		...(params.theme === 'status' ? { diamonds: diamondsOf(view) } : {})
	};
}

/** Colours of communes, and of former communes in their own shapes where the view shows them. */
function mapPaints(
	view: Pick<ViewOnPaper, 'params' | 'month' | 'calendar' | 'source' | 'frame' | 'former'>
): Pick<MapContent, 'paintOf' | 'parts'> {
	const { source, month, params, former } = view;
	const { included, lit } = passesFilters(view);
	const shapes = former && new Set(former.units.map(({ unitId }) => unitId));
	const rows = new Map(source.units.map(({ id }, row) => [id, row]));
	const paintOf = (unitId: number): AreaPaint => {
		const row = rows.get(unitId);
		if (row === undefined || !included(row)) return FILTERED;
		if (isPaintedInParts(source, row, month, shapes)) return classPaint(statusCode('none'));
		return paintArea(source, row, fillCode(source, row, month, params), month);
	};
	const partPaints = new Map<number, AreaPaint>();
	for (const { id, code, faded } of shapes ? partLooks(source, month, shapes, lit) : []) {
		partPaints.set(id, faded ? FILTERED : classPaint(code));
	}
	return {
		paintOf,
		...(former ? { parts: { ground: former, paintOf: (unitId) => partPaints.get(unitId) } } : {})
	};
}

/** Marks of those that relapsed, in the middle of their land. */
function diamondsOf(view: ViewOnPaper): SheetDiamond[] {
	const { source, month, ground, former } = view;
	const shapes = former && new Set(former.units.map(({ unitId }) => unitId));
	const names = new Set(source.units.map(({ name }) => name));
	return relapsedPieces(source, month, passesFilters(view).lit, shapes).flatMap((piece) => {
		const places = piece.former && former ? former : ground;
		const at = places.units.find(({ unitId }) => unitId === piece.id)?.label;
		if (!at) return [];
		const note = piece.former
			? { note: m.relapse_label({ name: piece.name }), named: names.has(piece.name) }
			: {};
		return [{ id: piece.id, at, ...note }];
	});
}

/** What the sheet is of, and of which province. */
export function titleOf({ params, leading, provinceName }: ViewOnPaper): string {
	const title = viewTitle(params, leading);
	const province = provinceLabel(provinceName);
	return province === undefined ? title : m.sheet_title_of({ title, province });
}

/** Track, month, and what the view is narrowed to. */
export function subtitleOf(view: ViewOnPaper): string {
	const { params, month, calendar, trackName, demonstration } = view;
	const { theme, perPeople, district } = params;
	const matrix = fillMatrix(params);
	return [
		...(theme === 'sites' ? [] : [trackName]),
		m.sheet_until({ month: monthName(month, calendar) }),
		...(matrix === 'trend' ? [m.sheet_against({ base: comparedWith(params) })] : []),
		...(theme === 'sites' && perPeople ? [m.sheet_per_people()] : []),
		...(district === undefined ? [] : [district]),
		...(demonstration ? [m.demonstration()] : [])
	].join(' · ');
}

/** Sources, dates and warnings of a view. */
export function notesOf(view: ViewOnPaper): string[] {
	const { demonstration, frame, frameDocuments, sources, dataVersion, today, params } = view;
	const from = formatDate(frame.from);
	return [
		m.sheet_source({ sources: sourceList(themeSources(sources, params.theme)) }),
		frameDocuments.length > 0
			? m.sheet_boundaries_by({ from, documents: documentList(frameDocuments) })
			: m.sheet_boundaries({ from }),
		...(view.baseMap?.attribution ? [m.sheet_base_map({ name: view.baseMap.attribution })] : []),
		...(params.on === undefined ? [] : [m.reading_note({ date: from })]),
		...publicNotes(view),
		...(demonstration ? [m.demonstration_note()] : []),
		m.sheet_drawn({ date: formatDate(today), version: String(dataVersion) })
	];
}

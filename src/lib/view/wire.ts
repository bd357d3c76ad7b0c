import type { ClassMatrix } from '#lib/domain/class-matrix.ts';
import type { CommunityModel, ModelSite } from '#lib/domain/community-model.ts';
import type { HeadlineSeries } from '#lib/domain/headline.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { CitedSource } from '#lib/domain/loaded-source.ts';
import type { Month, Scheme } from '#lib/domain/period.ts';
import type { ShownStatus, StatusEvent } from '#lib/domain/status.ts';
import type { TrendQuestion } from '#lib/domain/evidence/classes.ts';
import type { TrendResult } from '#lib/domain/evidence/trend.ts';
import type { Population } from '#lib/domain/population.ts';
import type { Unit } from '#lib/domain/unit.ts';
import type { BaseMap } from './base-map.ts';

/** What the server sends to the page, as JSON. */

/** A frame without its units. */
export interface FrameSummary {
	from: string;
	to: string | null;
	units: number;
	/** First month that the frame shows, and last. */
	months: { from: Month; to: Month };
	/** Where its boundaries are; the address changes with the content. */
	boundariesUrl: string;
}

/** A track with the indicator that it is judged by; null for one without a trend. */
export interface OverviewTrack {
	code: string;
	nameVi: string;
	nameEn: string;
	leading: Indicator | null;
}

/** What the page needs before it shows anything. */
export interface Overview {
	dataVersion: number;
	demonstration: boolean;
	/** Null until a data set named it. */
	provinceName: string | null;
	/** In which calendar all months are. */
	calendar: Scheme;
	/** Latest month for which anybody reported the track's leading indicator; null without reports. */
	lastReported: Month | null;
	/** The timeline begins with the province's data or programme. */
	firstMonth: Month;
	/** The end of the timeline: the month that is now. */
	lastMonth: Month;
	frames: FrameSummary[];
	tracks: OverviewTrack[];
	track: string;
	headlines: HeadlineSeries;
	/** West, south, east, north of all communes; null without any. */
	extent: [number, number, number, number] | null;
	/** Addresses other than this machine may read only. */
	readOnly: boolean;
	sources: CitedSource[];
	/** Null where there is none. */
	baseMap: BaseMap | null;
}

/** A unit of a frame, with what filters and tables need. */
export interface FrameUnit extends Unit {
	/** Districts that it or its former units belonged to. */
	districts: string[];
	/** Population by year over the frame's years. */
	population: Record<number, Population>;
	/** What the unit is made of, from a month on: its former units and their states; empty for one that has a state of its own. */
	makeup: { from: Month; members: MemberStatus[] }[];
	/** The units that it was made of at its own merger, with their last states; empty for one that never was. */
	formers: MemberStatus[];
	/** Figures rest on shares, because land went over in parts. */
	estimated: boolean;
}

/** A former unit in a merged one. */
export interface MemberStatus {
	/** Its id among the units of the boundaries before. */
	id: number;
	/** With its kind: Phường Noong Bua. */
	name: string;
	shortName: string;
	/** Where a mark may stand: longitude, latitude. */
	label: [number, number];
	status: ShownStatus;
}

export interface FrameUnits {
	units: FrameUnit[];
}

export interface WireMatrix {
	fromMonth: Month;
	months: number;
	/** Base64 of the codes. */
	codes: string;
}

/** A former or later unit in a commune's lineage. */
export interface LineageStep {
	unit: Unit;
	/** The unit at the other end of the step: the one it went into, or of a later unit the one it came from. */
	otherId: number;
	/** Share of the people that went over; null where the unit simply goes on. */
	weight: number | null;
	document: string | null;
	effective: string | null;
}

/**
 * Where a figure is from: reported by the unit, or summed up from reports of its former units for a period that
 * a merger cut, by shares where land went over in parts.
 */
export type FigureOrigin = 'reported' | 'summed' | 'estimated';

/** A series of an indicator on a unit's boundaries. */
export interface IndicatorSeries {
	indicator: Indicator;
	/** Figures of the other calendar than the province's are shown beside, and in no sum. */
	calendar: Scheme;
	/** Values by the last month of their period; what was not reported is left out. */
	points: { month: Month; value: number; origin?: FigureOrigin }[];
}

/** A figure that was corrected. */
export interface FormerFigure {
	indicator: string;
	scheme: string;
	start: string;
	end: string;
	value: number;
	source: number;
	replacedBy: number;
	/** When it was replaced. */
	date: string;
}

export interface UnitDetails {
	unit: Unit;
	formers: LineageStep[];
	successors: LineageStep[];
	records: { track: string; events: (StatusEvent & { unitName: string })[] }[];
	trends: { fromMonth: Month; results: Record<TrendQuestion, TrendResult[]> };
	series: IndicatorSeries[];
	/** Figures that were corrected: what they were before. */
	former: FormerFigure[];
	sites: (ModelSite & { model: CommunityModel | null })[];
}

/** What became of communes on other boundaries, by code. */
export type Heirs = Record<string, { name: string; heirs: { code: string; name: string }[] }>;

/** @returns JSON form of a matrix; units are sent once for all matrices of a frame */
export function encodeMatrix(matrix: ClassMatrix): WireMatrix {
	let text = '';
	for (const code of matrix.codes) text += String.fromCharCode(code);
	return { fromMonth: matrix.fromMonth, months: matrix.months, codes: btoa(text) };
}

/** The inverse of `encodeMatrix`. */
export function decodeMatrix(wire: WireMatrix, unitIds: number[]): ClassMatrix {
	const text = atob(wire.codes);
	const codes = new Uint8Array(text.length);
	for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
	return { unitIds, fromMonth: wire.fromMonth, months: wire.months, codes };
}

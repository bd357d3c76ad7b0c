import { localName, localUnit } from '../local-name.ts';
import { isSmall } from '#lib/domain/disclosure/hide-counts.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { LoadedSource } from '#lib/domain/loaded-source.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount } from '../format.ts';

/** What a report says about where its figures come from, and for whom it is written. */
export interface ReportNote {
	/** Null where no data set named it. */
	provinceName: string | null;
	tracks: readonly { code: string; nameVi: string; nameEn: string }[];
	indicators: readonly Pick<Indicator, 'code' | 'nameVi' | 'nameEn' | 'unitVi' | 'unitEn'>[];
	demonstration: boolean;
	dataVersion: number;
	sources: readonly Pick<LoadedSource, 'fileName' | 'sensitivity'>[];
	/** The day on which it is written. */
	today: string;
	/** Small counts, and all counts of single communes, are left out. */
	forPublic: boolean;
}

export function trackName({ tracks }: ReportNote, code: string): string {
	const known = tracks.find((track) => track.code === code);
	return known ? localName(known) : code;
}

export function indicatorName({ indicators }: ReportNote, code: string): string {
	const known = indicators.find((each) => each.code === code);
	return known ? localName(known) : code;
}

export function indicatorUnit({ indicators }: ReportNote, code: string): string {
	const known = indicators.find((each) => each.code === code);
	return known ? localUnit(known) : '';
}

/** So many communes at least stand behind a public total: that of one or two would tell of each. */
export const FEWEST = 3;

/** A total; in a public copy none from 1 to 9, and none of fewer than three communes. */
export function shownCount(
	count: number | undefined,
	{ forPublic }: ReportNote,
	units: number
): string {
	if (count === undefined) return m.report_none();
	if (forPublic && units < FEWEST) return m.public_hidden();
	return forPublic && isSmall(count) ? m.public_few() : formatCount(count);
}

import { localName, localUnit } from '../local-name.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { CitedSource } from '#lib/domain/loaded-source.ts';
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
	sources: readonly CitedSource[];
	/** The day on which it is written. */
	today: string;
	/** Whether its totals are those that the public may have (`publicReport`). */
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

/** A total; what a public copy omits is marked. */
export function totalText(count: number | undefined, withheld: boolean | undefined): string {
	if (withheld) return m.public_hidden();
	return count === undefined ? m.report_none() : formatCount(count);
}

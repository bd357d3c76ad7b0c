import { monthOfYear, yearOf, type IsoDate, type Month } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

const LANGUAGE = { vi: 'vi-VN', en: 'en-GB' } as const;

function formatter(options: Intl.NumberFormatOptions): (value: number) => string {
	const made = new Map<string, Intl.NumberFormat>();
	return (value) => {
		const language = LANGUAGE[getLocale()];
		let format = made.get(language);
		if (!format) made.set(language, (format = new Intl.NumberFormat(language, options)));
		return format.format(value);
	};
}

/** `120.496` in Vietnamese, `120,496` in English. */
export const formatCount = formatter({ maximumFractionDigits: 0 });
/** Two decimals at most, as reports write percentages: `95,45`. */
export const formatDecimal = formatter({ maximumFractionDigits: 2 });
/** Two decimals, for ratios that stand below each other: `0,30`. */
export const formatRatio = formatter({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
/** A number with all that is known of it: `1.234,5678`. */
export const formatNumber = formatter({ maximumFractionDigits: 6 });
/** One decimal at most. */
export const formatTenth = formatter({ maximumFractionDigits: 1 });
/** One decimal, for rates. */
export const formatRate = formatter({ minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `95,45 %` of a share between 0 and 1. */
export function formatShare(share: number): string {
	return `${formatDecimal(share * 100)} %`;
}

/** `95 %` of a share between 0 and 1: shares of few have no digits to show. */
export function formatWholeShare(share: number): string {
	return `${formatCount(share * 100)} %`;
}

/** `86 %`: probabilities are known no better. Never 100 % or 0 %, which no evidence yields. */
export function formatProbability(probability: number): string {
	const percent = Math.round(probability * 100);
	if (percent >= 100) return m.probability_above({ percent: '99' });
	if (percent <= 0) return m.probability_below({ percent: '1' });
	return `${percent} %`;
}

/** `05/06/2026`. */
export function formatDate(date: IsoDate): string {
	const [year, month, day] = date.split('-');
	return `${day}/${month}/${year}`;
}

/** `06/2023`. */
export function formatMonth(month: Month): string {
	return `${String(monthOfYear(month)).padStart(2, '0')}/${yearOf(month)}`;
}

import { toMonth, yearOf } from '../period.ts';
import type { Months } from './frame-figures.ts';

/**
 * Months in which something other than crime changed what was recorded everywhere, known beforehand: COVID-19, and the
 * reorganisation of the police. No date is searched for in the data.
 */
export const KNOWN_BREAKS: readonly (Months & { name: 'covid' | 'police' })[] = [
	{ name: 'covid', from: toMonth(2020, 4), to: toMonth(2021, 12) },
	{ name: 'police', from: toMonth(2025, 7), to: toMonth(2025, 7) }
];

/** Years that a known break lies in. */
export function breakYears(): number[] {
	return [...new Set(KNOWN_BREAKS.flatMap(({ from, to }) => [yearOf(from), yearOf(to)]))];
}

import { m } from '#lib/paraglide/messages.js';

const WORDS: Record<string, () => string> = {
	sum: m.setup_aggregation_sum,
	latest: m.setup_aggregation_latest,
	ratio: m.setup_aggregation_ratio,
	month: m.setup_periodicity_month,
	quarter: m.setup_periodicity_quarter,
	year: m.setup_periodicity_year,
	lower: m.setup_better_lower,
	higher: m.setup_better_higher,
	depends: m.setup_better_depends,
	reporting: m.setup_calendar_reporting,
	calendar: m.setup_calendar_calendar
};

/** A word of the program, such as `sum`, in the reader's language. */
export function setupWord(word: string): string {
	return WORDS[word]?.() ?? word;
}

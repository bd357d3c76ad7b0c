import { m } from '#lib/paraglide/messages.js';
import { formatCount } from './format.ts';

/** So many files are named; a year of monthly files would fill a page. */
const NAMED = 6;

/** Files that figures come from, each once: the latest loaded by name, the others by their number. */
export function sourceList(sources: readonly { fileName: string }[]): string {
	const names = [...new Set(sources.map(({ fileName }) => fileName))];
	const rest = names.length - NAMED;
	// One more that is named takes no more room than its number.
	if (rest <= 1) return names.join(', ');
	return m.source_list({ names: names.slice(0, NAMED).join(', '), count: formatCount(rest) });
}

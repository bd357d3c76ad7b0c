import { m } from '#lib/paraglide/messages.js';
import { dataStamp } from './data-stamp.ts';
import { auditStamp } from './public-notes.ts';
import { sensitivityLabel } from './sensitivity.ts';
import type { Overview } from './wire.ts';

/**
 * What a file that is carried away says of itself: who may read it, whether it is invented, how new the data is.
 *
 * @param publicYear the last year that a public copy shows; undefined for another one
 */
export function fileStamp(
	overview: Pick<
		Overview,
		'calendar' | 'demonstration' | 'dataVersion' | 'lastReported' | 'sources'
	>,
	publicYear: number | undefined
): string {
	const forPublic = publicYear !== undefined;
	return [
		sensitivityLabel({ forPublic, sources: overview.sources }),
		...(forPublic ? [auditStamp(), m.public_until({ year: String(publicYear) })] : []),
		...(overview.demonstration ? [m.demonstration_note()] : []),
		dataStamp(overview)
	].join(' · ');
}

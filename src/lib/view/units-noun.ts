import { m } from '#lib/paraglide/messages.js';
import type { FrameSummary } from './wire.ts';

/** The day from which there are no townships any more. */
const TWO_LEVELS = '2025-07-01';

/** What the communes of some boundaries are called together: "xã, phường", before 07/2025 with "thị trấn". */
export function unitsNoun({ from }: Pick<FrameSummary, 'from'>): string {
	return from >= TWO_LEVELS ? m.units_after() : m.units_before();
}

import type { StatusClass } from '#lib/domain/map-class.ts';
import { m } from '#lib/paraglide/messages.js';
import { statusLabel } from './class-label.ts';

/** What a state is called in the legend that adds up: there it says on which side of the sum it stands. */
export function statusLegendLabel(status: StatusClass): string {
	if (status === 'relapsed') return m.legend_relapsed_then();
	if (status === 'active') return m.legend_never();
	return statusLabel(status);
}

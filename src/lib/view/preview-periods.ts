import { periodLabel } from '#lib/domain/period-text.ts';
import type { Period } from '#lib/domain/period.ts';
import { formatDate } from './format.ts';

/**
 * The periods that a row's figures were taken to be of: `11/2026`, `01/2026 … 12/2026`; months from the 15th
 * to the 14th with their days.
 */
export function previewPeriods(periods: readonly Period[]): string {
	return [...new Set(periods.map(previewPeriod))].join(' … ');
}

function previewPeriod(period: Period): string {
	const label = periodLabel(period);
	if (period.scheme === 'calendar' || label.includes('–')) return label;
	return `${label} (${formatDate(period.start)}–${formatDate(period.end)})`;
}

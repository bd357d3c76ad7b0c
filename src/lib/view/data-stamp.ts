import { m } from '#lib/paraglide/messages.js';
import { formatDate } from './format.ts';
import { monthName } from './month-name.ts';
import type { Overview } from './wire.ts';

/** "Số liệu đến 10/2026, nạp ngày 25/11/2026, phiên bản 855": how new the data in view is. */
export function dataStamp(
	overview: Pick<Overview, 'calendar' | 'dataVersion' | 'lastReported' | 'sources'>
): string {
	const loaded = overview.sources
		.map(({ importedAt }) => importedAt)
		.sort()
		.at(-1);
	return m.data_stamp({
		month:
			overview.lastReported === null ? '–' : monthName(overview.lastReported, overview.calendar),
		date: loaded === undefined ? '–' : formatDate(loaded),
		version: overview.dataVersion
	});
}

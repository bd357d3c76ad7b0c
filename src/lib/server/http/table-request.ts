import { localName } from '#lib/view/local-name.ts';
import { vietnamDate } from '#lib/domain/today.ts';
import { byName } from '#lib/domain/name.ts';
import type { Month } from '#lib/domain/period.ts';
import { comparedWith } from '#lib/view/base-label.ts';
import { publicNotes } from '#lib/view/public-notes.ts';
import { sensitivityLabel } from '#lib/view/sensitivity.ts';
import type { TableNote } from '#lib/view/table-csv.ts';
import { toTableRow, type TableRow } from '#lib/view/table-row.ts';
import type { RequestContext } from './request-context.ts';
import { readView } from './view-request.ts';

/** The table of the view in an address, with what it says about itself. */
export async function readTable(
	context: RequestContext,
	url: URL
): Promise<{ rows: TableRow[]; note: TableNote; month: Month }> {
	const { province, track, params, month, askedMonth, copy, frame, source, included } =
		await readView(context, url);
	const known = province.tracks.find((each) => each.code === track);
	const { demonstration, dataVersion } = province.state;
	const forPublic = copy !== undefined;
	return {
		month,
		rows: source.units
			.flatMap((_, row) => (included(row) ? toTableRow(source, row, month) : []))
			.sort((a, b) => byName(a.name, b.name)),
		note: {
			calendar: province.history.calendar,
			month,
			frame,
			demonstration,
			dataVersion,
			sources: province.sources,
			track: known ? localName(known) : track,
			base: comparedWith(params),
			reading: params.on === undefined ? undefined : frame.from,
			exportedAt: vietnamDate(new Date()),
			label: sensitivityLabel({ forPublic, sources: province.sources }),
			publicNotes: publicNotes({
				forPublic,
				month,
				askedMonth,
				calendar: province.history.calendar
			})
		}
	};
}

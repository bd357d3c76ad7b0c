import { frameMonths } from '#lib/domain/history.ts';
import { citedSource } from '#lib/domain/loaded-source.ts';
import type { Month } from '#lib/domain/period.ts';
import { timelineStart } from '#lib/domain/timeline.ts';
import type { Overview } from '#lib/view/wire.ts';
import type { Queryable } from '../db/database.ts';
import type { Province } from '../province.ts';
import { getBoundaryNote, type BoundaryNote } from './boundaries.ts';

/** What the page needs before it shows anything. */
export async function getOverview(
	db: Queryable,
	province: Province,
	track: string,
	lastMonth: Month,
	readOnly: boolean,
	baseMap: Overview['baseMap'] = null
): Promise<Overview> {
	const { history, state } = province;
	const frames = [];
	const notes: BoundaryNote[] = [];
	for (const frame of history.frames) {
		const note = await province.once(`boundary note ${frame.from}`, () =>
			getBoundaryNote(db, frame)
		);
		notes.push(note);
		frames.push({
			from: frame.from,
			to: frame.to,
			units: frame.unitIds.length,
			months: frameMonths(frame, lastMonth, history.calendar),
			boundariesUrl: `/api/boundaries/${frame.from}/${note.contentHash}.json`
		});
	}
	return {
		dataVersion: state.dataVersion,
		demonstration: state.demonstration,
		provinceName: state.provinceName,
		calendar: history.calendar,
		lastReported: province.historyOf(track).dataMonths?.to ?? null,
		firstMonth: timelineStart(history, lastMonth),
		lastMonth,
		frames,
		tracks: province.tracks.map(({ code, nameVi, nameEn }) => ({
			code,
			nameVi,
			nameEn,
			leading: province.leadingIndicator(code) ?? null
		})),
		track,
		headlines: province.headlines(track, lastMonth),
		extent: extentOf(notes),
		readOnly,
		sources: province.sources.map(citedSource),
		baseMap
	};
}

/** The box around all boxes; null around none. */
function extentOf(notes: readonly BoundaryNote[]): [number, number, number, number] | null {
	if (notes.length === 0) return null;
	return [
		Math.min(...notes.map(({ west }) => west)),
		Math.min(...notes.map(({ south }) => south)),
		Math.max(...notes.map(({ east }) => east)),
		Math.max(...notes.map(({ north }) => north))
	];
}

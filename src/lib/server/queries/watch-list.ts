import { setImmediate } from 'node:timers/promises';
import { watchCommunes } from '#lib/domain/watch/watch-list.ts';
import type { WatchList, WatchRow } from '#lib/view/evidence-wire.ts';
import type { Province } from '../province.ts';

/** The communes of today's frame on watch; the server answers others between one commune and the next. */
export async function getWatchList(province: Province, track: string): Promise<WatchList> {
	const { history } = province;
	const frame = history.frames.at(-1);
	const rows: WatchRow[] = [];
	if (frame) {
		for (const entry of watchCommunes(history, frame, track)) {
			rows.push({ ...entry, unit: history.units.get(entry.unitId)! });
			await setImmediate();
		}
	}
	return { track, rows };
}

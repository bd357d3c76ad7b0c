import type { WatchList } from '#lib/view/evidence-wire.ts';
import type { Province } from '../province.ts';

/** The communes of today's frame on watch. */
export async function getWatchList(province: Province, track: string): Promise<WatchList> {
	const { history } = province;
	const frame = history.frames.at(-1);
	const entries = frame ? await province.evidence.ask('watchList', frame, track) : [];
	return {
		track,
		rows: entries.map((entry) => ({ ...entry, unit: history.units.get(entry.unitId)! }))
	};
}

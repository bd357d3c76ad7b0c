import type { Setup, StoredSetup } from './setup.ts';

/** How much hangs on a track. */
export interface TrackUses {
	/** Status events, and saved plans. */
	events: number;
	plans: number;
}

/** How much hangs on an indicator. */
export interface IndicatorUses {
	figures: number;
	/** Figures that were corrected since. */
	former: number;
}

/** What data hangs on tracks and indicators, by code; those without any are not in it. */
export interface SetupUses {
	tracks: Record<string, TrackUses>;
	indicators: Record<string, IndicatorUses>;
}

/** A track or indicator that cannot be taken away, because of what hangs on it. */
export type UsedRemoval =
	| { list: 'tracks'; code: string; nameVi: string; nameEn: string; uses: TrackUses }
	| { list: 'indicators'; code: string; nameVi: string; nameEn: string; uses: IndicatorUses };

/** What a new set-up would take away though data hangs on it. */
export function findUsedRemovals(
	before: StoredSetup,
	after: Setup,
	uses: SetupUses
): UsedRemoval[] {
	const gone = <T extends { code: string }>(was: readonly T[], is: readonly T[]) =>
		was.filter(({ code }) => !is.some((each) => each.code === code));
	return [
		...gone(before.tracks, after.tracks).flatMap(({ code, nameVi, nameEn }) => {
			const found = uses.tracks[code];
			return found ? [{ list: 'tracks' as const, code, nameVi, nameEn, uses: found }] : [];
		}),
		...gone(before.indicators, after.indicators).flatMap(({ code, nameVi, nameEn }) => {
			const found = uses.indicators[code];
			return found ? [{ list: 'indicators' as const, code, nameVi, nameEn, uses: found }] : [];
		})
	];
}

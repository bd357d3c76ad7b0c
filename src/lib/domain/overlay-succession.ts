/** How much of an old unit's area lies in a new one. */
export interface OverlayShare {
	fromUnitId: number;
	toUnitId: number;
	areaM2: number;
	/** Share of the old unit's area, 0 to 1. */
	areaShare: number;
}

/** Smaller shares come from borders that were drawn a little differently, not from a transfer. */
const NOTICED_SHARE = 0.01;

/** A succession as geometry tells it. */
export interface DerivedSuccession {
	fromUnitId: number;
	toUnitId: number;
	kind: 'whole' | 'part';
	/** Shares of the old unit that went over; those of one unit add up to 1. */
	areaWeight: number;
	areaM2: number;
}

/**
 * Derives which old unit went into which new one from the shares of its area: slivers are left out, and the
 * rest is scaled to the whole.
 *
 * @example deriveSuccession([{ fromUnitId: 1, toUnitId: 9, areaM2: 99, areaShare: 0.995 }]) // whole, 1 → 9
 */
export function deriveSuccession(shares: readonly OverlayShare[]): DerivedSuccession[] {
	const groups = new Map<number, OverlayShare[]>();
	for (const share of shares) {
		if (share.areaShare < NOTICED_SHARE) continue;
		groups.set(share.fromUnitId, [...(groups.get(share.fromUnitId) ?? []), share]);
	}
	return [...groups.values()].flatMap((group) => {
		const sum = group.reduce((total, each) => total + each.areaShare, 0);
		return group
			.sort((a, b) => b.areaShare - a.areaShare)
			.map(({ fromUnitId, toUnitId, areaM2, areaShare }) => ({
				fromUnitId,
				toUnitId,
				kind: group.length === 1 ? ('whole' as const) : ('part' as const),
				areaWeight: areaShare / sum,
				areaM2
			}));
	});
}

/** Where law and geometry disagree about an old unit. */
export interface SuccessionDifference {
	fromUnitId: number;
	toUnitId: number;
	/** What went over by the law and by geometry, 0 to 1. */
	lawWeight: number;
	areaWeight: number;
	areaM2: number;
}

/** Weights that differ by less agree. */
const TOLERANCE = 0.02;

/** Compares recorded successions with derived ones, pair by pair. */
export function compareSuccessions(
	recorded: readonly { fromUnitId: number; toUnitId: number; areaWeight: number }[],
	derived: readonly DerivedSuccession[]
): SuccessionDifference[] {
	const pairs = new Map<string, SuccessionDifference>();
	const pairOf = (fromUnitId: number, toUnitId: number) => {
		const key = `${fromUnitId} ${toUnitId}`;
		const known = pairs.get(key) ?? {
			fromUnitId,
			toUnitId,
			lawWeight: 0,
			areaWeight: 0,
			areaM2: 0
		};
		pairs.set(key, known);
		return known;
	};
	for (const each of recorded) pairOf(each.fromUnitId, each.toUnitId).lawWeight = each.areaWeight;
	for (const each of derived) {
		Object.assign(pairOf(each.fromUnitId, each.toUnitId), {
			areaWeight: each.areaWeight,
			areaM2: each.areaM2
		});
	}
	return [...pairs.values()].filter(
		({ lawWeight, areaWeight }) => Math.abs(lawWeight - areaWeight) > TOLERANCE
	);
}

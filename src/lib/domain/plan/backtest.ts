import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

/** How a choice made then compares with what was decided afterwards. */
export interface Backtest {
	/** Chosen then and approved afterwards. */
	hits: number[];
	/** Approved afterwards, but not chosen. */
	missed: number[];
	/** Chosen, but not approved. */
	extra: number[];
	/** Share of the approved that the choice found, with its exact 95 % interval. */
	share: number;
	interval: [number, number];
	/** Share that as many communes drawn by lot would have found. */
	byChance: number;
}

/**
 * Would this have chosen them?
 *
 * @param chosen communes that the plan chooses, with what was known then
 * @param approved communes that were approved afterwards; at least one
 * @param candidates how many could have been chosen
 */
export function backtest(
	chosen: readonly number[],
	approved: readonly number[],
	candidates: number
): Backtest {
	const hits = approved.filter((id) => chosen.includes(id));
	return {
		hits,
		missed: approved.filter((id) => !chosen.includes(id)),
		extra: chosen.filter((id) => !approved.includes(id)),
		share: hits.length / approved.length,
		interval: exactBinomialInterval(hits.length, approved.length),
		byChance: candidates > 0 ? Math.min(1, chosen.length / candidates) : 0
	};
}

/**
 * Exact 95 % interval of a share (Clopper and Pearson 1934).
 *
 * @example exactBinomialInterval(10, 40) // [0.1269, 0.4120]
 */
export function exactBinomialInterval(hits: number, of: number): [number, number] {
	return [
		hits === 0 ? 0 : betaQuantile(0.025, hits, of - hits + 1),
		hits === of ? 1 : betaQuantile(0.975, hits + 1, of - hits)
	];
}

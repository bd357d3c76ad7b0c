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
	/** Hits that as many communes drawn by lot have on average: K·M/N. */
	expected: number;
	/** Chance that lots would have as many hits, or more. */
	chance: number;
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
		expected: candidates > 0 ? (chosen.length * approved.length) / candidates : 0,
		chance: atLeastByLot(hits.length, candidates, approved.length, chosen.length)
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

/**
 * P(X ≥ hits) where as many as `chosen` of `all` are drawn by lot and `marked` of all count (hypergeometric).
 *
 * @example atLeastByLot(4, 100, 10, 10) // 0.008224876
 */
export function atLeastByLot(hits: number, all: number, marked: number, chosen: number): number {
	if (hits === 0) return 1;
	let sum = 0;
	for (let k = hits; k <= Math.min(marked, chosen); k++) {
		if (chosen - k > all - marked) continue;
		sum += Math.exp(
			logChoose(marked, k) + logChoose(all - marked, chosen - k) - logChoose(all, chosen)
		);
	}
	return Math.min(1, sum);
}

function logChoose(of: number, k: number): number {
	let log = 0;
	for (let at = 1; at <= k; at++) log += Math.log((of - k + at) / at);
	return log;
}

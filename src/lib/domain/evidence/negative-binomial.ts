import betaCdf from '@stdlib/stats-base-dists-beta-cdf';

/** Dispersions below this are as good as none; the incomplete beta function would lose digits. */
const POISSON = 1e-9;

/**
 * P(X ≤ k) for a count of the given mean and variance m + d·m²: I_{1/(1+dm)}(1/d, k+1). Without dispersion it is a
 * Poisson count.
 *
 * @param mean not negative
 * @example negativeBinomialCdf(3, 6, 0.2) // 0.269131
 */
export function negativeBinomialCdf(k: number, mean: number, dispersion: number): number {
	if (k < 0) return 0;
	if (mean === 0) return 1;
	if (dispersion < POISSON) return poissonCdf(k, mean);
	return betaCdf(1 / (1 + dispersion * mean), 1 / dispersion, Math.floor(k) + 1);
}

/** Sum of Poisson probabilities, from the largest term outwards. */
function poissonCdf(k: number, mean: number): number {
	let log = -mean;
	let sum = 0;
	for (let at = 0; at <= k; at++) {
		if (at > 0) log += Math.log(mean / at);
		sum += Math.exp(log);
	}
	return Math.min(1, sum);
}

/**
 * The smallest count whose probability of not being exceeded reaches a share.
 *
 * @example negativeBinomialQuantile(0.95, 6, 0.2) // 13
 */
export function negativeBinomialQuantile(share: number, mean: number, dispersion: number): number {
	if (mean === 0) return 0;
	const reaches = (k: number) => negativeBinomialCdf(k, mean, dispersion) >= share;
	let high = Math.max(1, Math.ceil(mean));
	while (!reaches(high)) high *= 2;
	let low = -1;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		if (reaches(middle)) high = middle;
		else low = middle;
	}
	return high;
}

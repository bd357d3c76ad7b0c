/**
 * Benjamini–Hochberg: adjusts p-values so that among those called at most q, about a share q is false.
 *
 * @returns in the order of `ps`
 * @example adjustForFalseDiscovery([0.01, 0.5]) // [0.02, 0.5]
 */
export function adjustForFalseDiscovery(ps: readonly number[]): number[] {
	const order = ps.map((_, at) => at).sort((a, b) => ps[b]! - ps[a]!);
	const adjusted = new Array<number>(ps.length);
	let least = 1;
	order.forEach((at, place) => {
		const rank = ps.length - place;
		least = Math.min(least, ps[at]! * (ps.length / rank));
		adjusted[at] = least;
	});
	return adjusted;
}

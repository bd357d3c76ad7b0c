import type { Study } from '#lib/domain/effect/study-types.ts';

/** Cases of a commune on the average, before and after, with the whole group's counts. */
export interface GroupSlope {
	communes: number;
	before: number;
	after: number;
	/** Cases a commune. */
	from: number;
	to: number;
}

/** What the chart of both groups shows. */
export interface Slopes {
	treated: GroupSlope;
	controls: GroupSlope;
	/** Cases a transformed commune would have had on the others' course: after / ratio. */
	expected: number;
}

/** Both groups, as cases a commune, so that groups of different size can be seen beside each other. */
export function slopesOf({
	ratio,
	treated,
	controls
}: Pick<Study, 'ratio' | 'treated' | 'controls'>): Slopes | undefined {
	if (!ratio || treated.length === 0 || controls.length === 0) return undefined;
	const { sums } = ratio;
	const group = (communes: number, before: number, after: number): GroupSlope => ({
		communes,
		before,
		after,
		from: before / communes,
		to: after / communes
	});
	return {
		treated: group(treated.length, sums.treatedBefore, sums.treatedAfter),
		controls: group(controls.length, sums.controlsBefore, sums.controlsAfter),
		expected: sums.treatedAfter / ratio.ratio / treated.length
	};
}

/** Places of labels one under another: none nearer to the next than a distance, each as near to its own as it gets. */
export function spreadLabels(places: readonly number[], least: number): number[] {
	const order = places.map((place, at) => ({ place, at })).sort((a, b) => a.place - b.place);
	const spread = order.map(({ place }) => place);
	for (let pass = 0; pass < spread.length * 2; pass++) {
		for (let at = 1; at < spread.length; at++) {
			const [above = 0, below = 0] = [spread[at - 1], spread[at]];
			const lack = least - (below - above);
			if (lack <= 0) continue;
			spread[at - 1] = above - lack / 2;
			spread[at] = below + lack / 2;
		}
	}
	const result = [...places];
	order.forEach(({ at }, rank) => (result[at] = spread[rank] ?? result[at] ?? 0));
	return result;
}

import { spreadToNeighbours } from '#lib/domain/models/spread.ts';
import { formatCount, formatNumber } from './format.ts';

/** Six communes in a row, and those of them that come to a model, one a day. */
const PATH = [1, 2, 3, 4, 5, 6];
const ORDER = [3, 4, 2, 6];

/** The figures of the methods' example of spreading, computed by what computes the screen's. */
export function modelExample() {
	const { adoptions, bordering, expected, variance, z } = spreadToNeighbours(
		PATH,
		new Map(ORDER.map((id, at) => [id, [{ foundedOn: `2020-01-0${at + 1}`, retiredOn: null }]])),
		(id) => [id - 1, id + 1]
	);
	return {
		path: PATH.join('–'),
		order: ORDER.join(', '),
		n: formatCount(adoptions),
		o: formatCount(bordering),
		e: formatNumber(expected),
		v: formatNumber(variance),
		z: z === undefined ? '–' : formatNumber(z)
	};
}

import { boxMiddleOf, isCommonShift, middleOf, roughKm } from '#lib/domain/place.ts';
import type { FileRun } from '../file-run.ts';
import { middleOfShapes, toPair, type Misplaced, type PlaceCheck } from './place-check.ts';
import { suggestCrs } from './suggest-crs.ts';

/** Viet Nam with its seas and some room around. */
const COUNTRY = { west: 100, south: 5, east: 119, north: 25 };
/** So near must the middle of a file come for a reference system to be the right one. */
const FITTING_KM = 20;
/** So many units off in one direction are the whole file's fault. */
const COMMON_SHARE = 0.5;

/**
 * Refuses a file whose units lie outside Viet Nam, whatever is known of them.
 *
 * @returns whether it was refused
 */
export async function refuseOutsideCountry(run: FileRun, { shapes }: PlaceCheck): Promise<boolean> {
	const middle = middleOfShapes(shapes);
	if (!middle) return false;
	const [lon, lat] = middle;
	const { west, south, east, north } = COUNTRY;
	if (lon >= west && lon <= east && lat >= south && lat <= north) return false;
	run.problems.error('outside-country', {
		value: `${lon.toFixed(2)}, ${lat.toFixed(2)}`,
		position: toPair(middle)
	});
	return true;
}

/**
 * Refuses a file that lies elsewhere as a whole, with the reference system in which it would fit.
 *
 * @param placed how many units have a known place
 * @returns whether it was refused
 */
export async function explainMisplacedFile(
	run: FileRun,
	{ extent }: PlaceCheck,
	misplaced: readonly Misplaced[],
	placed: number
): Promise<boolean> {
	const least = Math.max(2, placed * COMMON_SHARE);
	if (misplaced.length < least || !isCommonShift(misplaced)) return false;
	const is = middleOf(misplaced.map((each) => each.is));
	const expected = middleOf(misplaced.map((each) => each.expected));
	if (!is || !expected) return false;
	// An extent has the middle of a box, and a system is sought that brings this to its place.
	const near = boxMiddleOf(misplaced.map((each) => each.expected));
	const fitting = extent.isGeographic() ? [] : await suggestCrs(run.tx, extent, near);
	const [best] = fitting.filter(
		({ distanceKm }) => distanceKm !== null && distanceKm <= FITTING_KM
	);
	if (best) run.crsCandidates = fitting;
	run.problems.error('file-misplaced', {
		position: toPair(is),
		detail: {
			count: misplaced.length,
			known: Math.round(roughKm(is, expected)),
			crs: best ? `${best.code} (${best.name})` : ''
		}
	});
	return true;
}

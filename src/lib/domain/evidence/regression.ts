/** A fitted generalised linear model with a logarithmic link. */
export interface Fit {
	coefficients: number[];
	/** Covariance of the coefficients, for a dispersion of 1. */
	covariance: number[][];
	/** Fitted means. */
	means: number[];
}

const MAX_STEPS = 100;
const SETTLED = 1e-11;

/**
 * Maximum likelihood for log μ = Xβ + offset by iteratively reweighted least squares (McCullagh and Nelder
 * 1989, 2.5).
 *
 * @param rows design matrix, a row an observation
 * @param offsets logarithms of exposures
 * @param varianceOf variance of a count with the given mean: the mean itself for Poisson
 * @returns undefined when the design leaves a coefficient open or the fit does not settle
 */
export function fitLogLinear(
	rows: readonly (readonly number[])[],
	counts: readonly number[],
	offsets: readonly number[],
	varianceOf: (mean: number) => number = (mean) => mean
): Fit | undefined {
	const size = rows[0]?.length ?? 0;
	let means = counts.map((count) => Math.max(count, 0.1));
	let coefficients: number[] = [];
	for (let step = 0; step < MAX_STEPS; step++) {
		const information = matrix(size);
		const score = new Array<number>(size).fill(0);
		rows.forEach((row, at) => {
			const mean = means[at]!;
			const weight = mean ** 2 / varianceOf(mean);
			const working = Math.log(mean) - offsets[at]! + (counts[at]! - mean) / mean;
			for (let i = 0; i < size; i++) {
				score[i]! += weight * row[i]! * working;
				for (let j = 0; j < size; j++) information[i]![j]! += weight * row[i]! * row[j]!;
			}
		});
		const covariance = invert(information);
		if (!covariance) return undefined;
		const next = covariance.map((row) => row.reduce((sum, value, j) => sum + value * score[j]!, 0));
		const moved = Math.max(
			...next.map((value, i) => Math.abs(value - (coefficients[i] ?? Infinity)))
		);
		coefficients = next;
		means = rows.map((row, at) =>
			Math.exp(row.reduce((sum, value, i) => sum + value * next[i]!, offsets[at]!))
		);
		if (!means.every(Number.isFinite)) return undefined;
		if (moved < SETTLED) return { coefficients, covariance, means };
	}
	return undefined;
}

function matrix(size: number): number[][] {
	return Array.from({ length: size }, () => new Array<number>(size).fill(0));
}

/** Inverse by Gauss–Jordan elimination with pivoting; undefined where there is none. */
function invert(square: readonly (readonly number[])[]): number[][] | undefined {
	const size = square.length;
	const left = square.map((row) => [...row]);
	const right = matrix(size);
	for (let i = 0; i < size; i++) right[i]![i] = 1;
	for (let column = 0; column < size; column++) {
		let pivot = column;
		for (let row = column; row < size; row++) {
			if (Math.abs(left[row]![column]!) > Math.abs(left[pivot]![column]!)) pivot = row;
		}
		const value = left[pivot]![column]!;
		if (!(Math.abs(value) > 1e-14)) return undefined;
		for (const side of [left, right]) {
			[side[column], side[pivot]] = [side[pivot]!, side[column]!];
			for (let j = 0; j < size; j++) side[column]![j]! /= value;
		}
		for (let row = 0; row < size; row++) {
			if (row === column) continue;
			const factor = left[row]![column]!;
			for (let j = 0; j < size; j++) {
				left[row]![j]! -= factor * left[column]![j]!;
				right[row]![j]! -= factor * right[column]![j]!;
			}
		}
	}
	return right;
}

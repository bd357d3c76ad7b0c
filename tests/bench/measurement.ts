/** Prints measurements: one JSON line each on stdout. */

/** A value that was measured, with what it is judged against. */
export interface Measurement {
	name: string;
	value: number;
	unit: string;
	/** The same measured of something plain in the same run; absolute times are never judged. */
	baseline?: number | undefined;
	/** Largest ratio to the baseline, or, without one, the largest value. */
	limit?: number | undefined;
}

export function report({ name, value, unit, baseline, limit }: Measurement): void {
	const ratio = baseline === undefined ? undefined : value / baseline;
	print({
		name,
		value: rounded(value),
		unit,
		...(baseline === undefined ? {} : { baseline: rounded(baseline), ratio: rounded(ratio!) }),
		...(limit === undefined ? {} : { limit, within: (ratio ?? value) <= limit })
	});
}

/** A measurement that cannot be made here, and what it takes. */
export function reportSkipped(names: readonly string[], skipped: string): void {
	for (const name of names) print({ name, skipped });
}

export function reportFailed(name: string, error: unknown): void {
	print({ name, failed: error instanceof Error ? error.message : String(error) });
	if (error instanceof Error) process.stderr.write(`${error.stack}\n`);
}

/** @throws Error without any values */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted[Math.floor(sorted.length / 2)];
	if (middle === undefined) throw new Error('There is nothing to take the median of.');
	return sorted.length % 2 === 1 ? middle : (middle + sorted[sorted.length / 2 - 1]!) / 2;
}

/** Progress, for a person. */
export function say(text: string): void {
	process.stderr.write(`${text}\n`);
}

function print(line: Record<string, unknown>): void {
	process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Four significant digits: more would only be noise. */
function rounded(value: number): number {
	return Number(value.toPrecision(4));
}

/** Whether a measurement was asked for. */
export type Wanted = (name: string) => boolean;

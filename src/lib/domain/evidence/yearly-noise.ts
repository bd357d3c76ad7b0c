import type { Month } from '../period.ts';
import type { FrameFigures, Months } from './frame-figures.ts';
import type { KnownFigures } from './known-figures.ts';
import { sumSorted } from './sum.ts';

/** v: variance of a unit's year around its level, beyond Poisson; one for all units of a frame. */
export interface YearlyNoise {
	/** The estimate plus one standard error, so that a lucky estimate does not turn into claims. */
	v: number;
	/** The estimate itself, which may be below 0, and its error; absent where v is assumed. */
	estimate?: { value: number; error: number };
}

const YEAR = 12;
const MAX_BLOCKS = 10;
const MIN_BLOCKS = 3;
const MIN_REPORTED = 10;
const MIN_UNITS = 10;
/** Where too little is known: a standard deviation of 20 %. */
const ASSUMED: YearlyNoise = { v: 0.04 };

const estimated = new WeakMap<KnownFigures, Map<Month, YearlyNoise>>();

interface Block {
	count: number;
	expected: number;
}

/** v: how much more than Poisson counts the years of a unit vary, by the years up to a month. */
export function noiseAt(known: KnownFigures, month: Month): YearlyNoise {
	const months = estimated.get(known) ?? new Map<Month, YearlyNoise>();
	const noise = months.get(month) ?? estimateNoise(known, month);
	estimated.set(known, months.set(month, noise));
	return noise;
}

/**
 * Yearly noise by moments (after DerSimonian and Laird 1986), from blocks of twelve months back from a month.
 *
 * Each unit's cases n are spread over its blocks as the province's monthly rates and its person-years say, q;
 * X² = ΣΣ (y − nq)²/(nq) is as large as its degrees of freedom D if years vary as Poisson counts do, and
 * larger by v·W with W = (I−1)/I·Σ n(1 − Σq²). v = max(0, (X² − D)/W) + √(2D)/W.
 *
 * @returns v = 0.04 without an estimate for fewer than ten units with three blocks and a case
 */
function estimateNoise(known: KnownFigures, month: Month): YearlyNoise {
	const { figures } = known;
	const blocks = blocksBefore(figures, month);
	const squares: number[] = [];
	const weights: number[] = [];
	let freedom = 0;
	for (let unit = 0; unit < figures.units.length; unit++) {
		const own = blocksOf(known, unit, blocks);
		const count = own.reduce((sum, block) => sum + block.count, 0);
		const expected = own.reduce((sum, block) => sum + block.expected, 0);
		if (own.length < MIN_BLOCKS || count === 0 || expected === 0) continue;
		let [square, concentration] = [0, 0];
		for (const block of own) {
			const share = block.expected / expected;
			square += (block.count - count * share) ** 2 / (count * share);
			concentration += share ** 2;
		}
		squares.push(square);
		weights.push(count * (1 - concentration));
		freedom += own.length - 1;
	}
	const units = squares.length;
	const weight = sumSorted(weights);
	const lost = (units - 1) / units;
	if (units < MIN_UNITS || blocks.length < MIN_BLOCKS || !(weight > 0)) return ASSUMED;
	const value = (sumSorted(squares) - lost * freedom) / (lost * weight);
	const error = Math.sqrt(2 * lost * freedom) / (lost * weight);
	return { v: Math.max(0, value) + error, estimate: { value, error } };
}

/** Blocks of twelve months up to a month, the latest first, as far back as there is data. */
function blocksBefore({ data }: FrameFigures, month: Month): Months[] {
	const blocks: Months[] = [];
	const last = Math.min(month, data.to);
	for (let to = last; to - YEAR + 1 >= data.from && blocks.length < MAX_BLOCKS; to -= YEAR) {
		blocks.push({ from: to - YEAR + 1, to });
	}
	return blocks;
}

/** A unit's blocks that it reported nearly whole, with what the province's rates lead to expect of them. */
function blocksOf(known: KnownFigures, unit: number, blocks: readonly Months[]): Block[] {
	const { figures } = known;
	return blocks.flatMap((block) => {
		if (figures.reportedIn(unit, block) < MIN_REPORTED) return [];
		const expected = known.commonIn(unit, block);
		return expected > 0 ? { count: figures.countIn(unit, block), expected } : [];
	});
}

import { studentQuantile } from '../evidence/student.ts';

/** Fewer years are no basis for a forecast. */
const MIN_YEARS = 7;
/** Years that a forecast is made from. */
const USED = 3;

/** What is to be expected of a province's rate in the next year. */
export interface RateForecast {
	/** f: cases per person-year. */
	rate: number;
	/** s²: mean squared error of the logarithms of the forecasts of the years before. */
	variance: number;
	/** q: how many such errors there are. */
	errors: number;
	/** 90 % interval. */
	low: number;
	high: number;
}

/**
 * The next year's rate, half by the last year and half by the mean of the last three, with a 90 % interval by how well the
 * same would have foretold the years before: f·exp(± t(0.95; q)·√(s²(1 + 1/q))).
 *
 * @param rates yearly rates without gaps, the earliest first
 * @returns undefined for fewer than seven years, or a year without any case
 * @example forecastRate([310, 295, 330, 300, 260, 270, 340, 335, 350])?.rate // 345.80823
 */
export function forecastRate(rates: readonly number[]): RateForecast | undefined {
	if (rates.length < MIN_YEARS || rates.some((rate) => !(rate > 0))) return undefined;
	const foretell = (until: number) => {
		const last = rates.slice(until - USED, until);
		const mean = last.reduce((sum, rate) => sum + rate, 0) / USED;
		return Math.exp(0.5 * Math.log(last.at(-1)!) + 0.5 * Math.log(mean));
	};
	const squares: number[] = [];
	for (let year = USED; year < rates.length; year++) {
		squares.push(Math.log(rates[year]! / foretell(year)) ** 2);
	}
	const errors = squares.length;
	const variance = squares.reduce((sum, square) => sum + square, 0) / errors;
	const rate = foretell(rates.length);
	const reach = studentQuantile(0.95, errors) * Math.sqrt(variance * (1 + 1 / errors));
	return {
		rate,
		variance,
		errors,
		low: rate * Math.exp(-reach),
		high: rate * Math.exp(reach)
	};
}

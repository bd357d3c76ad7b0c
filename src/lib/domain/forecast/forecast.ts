import type { FrameFigures, Months } from '../evidence/frame-figures.ts';
import { negativeBinomialQuantile } from '../evidence/negative-binomial.ts';
import { levelMoments, type Exposed } from '../evidence/smoothing.ts';
import { sumSorted } from '../evidence/sum.ts';
import type { Month } from '../period.ts';
import { forecastRate, type RateForecast } from './province-rate.ts';
import { knownAt } from '../evidence/known-figures.ts';
import { noiseAt } from '../evidence/yearly-noise.ts';

const YEAR = 12;
/** A commune's level is taken from so many years. */
const LEVEL_YEARS = 3;
/** A window may lack one month of six. */
const MONTHS_FOR_ONE_LACKING = 6;
/** Where communes do not differ, each has the province's level. */
const NO_SPREAD = 1e6;

/** What is to be expected in a year if nothing changes: the mean, and where nine of ten years lie. */
export interface Forecast {
	mean: number;
	low: number;
	high: number;
}

/** Forecasts of a frame for the twelve months after a month; absent for who is not known. */
export interface FrameForecast {
	/** Cases of the province. */
	province?: Forecast;
	units: (Forecast | undefined)[];
}

/**
 * Forecasts for the twelve months after a month, by what was known at its end. A commune's is its level of the last 36
 * months, drawn back towards the province's, times the province's forecast; its interval that of a negative binomial count.
 *
 * @returns no forecast for fewer than seven whole years
 */
export function forecastYear(figures: FrameFigures, at: Month): FrameForecast {
	const none = { units: figures.units.map(() => undefined) };
	const rate = provinceRateForecast(figures, at);
	if (!rate) return none;
	const people = figures.units.map((_, unit) => peopleIn(figures, unit, at));
	const all = sumSorted(people.filter((each) => each !== undefined));
	return {
		province: { mean: rate.rate * all, low: rate.low * all, high: rate.high * all },
		units: forecastUnits(figures, at, rate, people)
	};
}

/** What is to be expected of the province's rate in the twelve months after a month, by what was known at its end. */
export function provinceRateForecast(figures: FrameFigures, at: Month): RateForecast | undefined {
	return forecastRate(yearlyRates(figures, at));
}

/** Rates of the province in blocks of twelve months up to a month, the earliest first. */
function yearlyRates(figures: FrameFigures, at: Month): number[] {
	const known = knownAt(figures, at);
	const rates: number[] = [];
	for (let to = at; to - YEAR + 1 >= figures.data.from; to -= YEAR) {
		const rate = known.provinceRateIn({ from: to - YEAR + 1, to });
		if (rate === undefined) break;
		rates.push(rate);
	}
	return rates.reverse();
}

/** Person-years of a year at a month's population; undefined where it is not known. */
function peopleIn(figures: FrameFigures, unit: number, at: Month): number | undefined {
	const people = figures.units[unit]!.populationOf(Math.floor(at / YEAR), Math.floor(at / YEAR));
	return people !== undefined && people > 0 ? people : undefined;
}

function forecastUnits(
	figures: FrameFigures,
	at: Month,
	{ rate, variance, errors }: RateForecast,
	people: readonly (number | undefined)[]
): (Forecast | undefined)[] {
	const known = knownAt(figures, at);
	const window: Months = { from: at - LEVEL_YEARS * YEAR + 1, to: at };
	if (window.from < figures.data.from) return people.map(() => undefined);
	const areas = people.map((each, unit): Exposed | undefined => {
		const lacking = LEVEL_YEARS * YEAR - figures.reportedIn(unit, window);
		if (each === undefined || lacking > (LEVEL_YEARS * YEAR) / MONTHS_FOR_ONE_LACKING)
			return undefined;
		return { count: figures.countIn(unit, window), exposure: known.commonIn(unit, window) };
	});
	const { v } = noiseAt(known, at);
	const moments = levelMoments(
		areas.filter((area) => area !== undefined),
		v,
		LEVEL_YEARS
	);
	if (!moments || moments.m === 0) return people.map(() => undefined);
	const beta = moments.a > 0 ? moments.m / moments.a : NO_SPREAD;
	const alpha = moments.m * beta;
	return areas.map((area, unit) => {
		if (!area) return undefined;
		const level = (alpha + area.count) / (beta + area.exposure);
		const mean = level * rate * people[unit]!;
		const spread =
			(1 + 1 / LEVEL_YEARS) * v + 1 / (alpha + area.count) + variance * (1 + 1 / errors);
		return {
			mean,
			low: negativeBinomialQuantile(0.05, mean, spread),
			high: negativeBinomialQuantile(0.95, mean, spread)
		};
	});
}

/** Where a year's count lies against what was expected of it. */
export type ForecastPlace = 'below' | 'within' | 'above';

export function forecastPlaceOf(count: number, { low, high }: Forecast): ForecastPlace {
	if (count < low) return 'below';
	return count > high ? 'above' : 'within';
}

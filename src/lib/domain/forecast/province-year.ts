import type { FrameFigures } from '../evidence/frame-figures.ts';
import type { Month } from '../period.ts';
import {
	forecastPlaceOf,
	provinceRateForecast,
	type Forecast,
	type ForecastPlace
} from './forecast.ts';

const YEAR = 12;

/** The province's last twelve months beside the same period a year before, and what was to be expected of them. */
export interface ProvinceYear {
	/** Cases over the communes that reported both periods in full. */
	now: number;
	base: number;
	/** Communes compared, of all communes. */
	units: number;
	ofUnits: number;
	/** By the forecast made a year before, for the communes compared; absent for fewer than seven earlier years. */
	expected?: Forecast & { place: ForecastPlace };
}

/** The province's last twelve months at the end of a month; undefined where no commune reported both periods. */
export function provinceYear(figures: FrameFigures, month: Month): ProvinceYear | undefined {
	const now = { from: month - YEAR + 1, to: month };
	const base = { from: month - 2 * YEAR + 1, to: month - YEAR };
	if (base.from < figures.data.from || now.to > figures.data.to) return undefined;
	const compared = figures.units.flatMap((_, unit) =>
		figures.reportedIn(unit, now) === YEAR && figures.reportedIn(unit, base) === YEAR ? [unit] : []
	);
	if (compared.length === 0) return undefined;
	const sum = (window: { from: Month; to: Month }) =>
		compared.reduce((total, unit) => total + figures.countIn(unit, window), 0);
	const count = sum(now);
	const expected = expectedOf(figures, compared, month - YEAR);
	return {
		now: count,
		base: sum(base),
		units: compared.length,
		ofUnits: figures.units.length,
		...(expected ? { expected: { ...expected, place: forecastPlaceOf(count, expected) } } : {})
	};
}

/** What the communes were to have in the year after a month, by what was known at its end. */
function expectedOf(
	figures: FrameFigures,
	units: readonly number[],
	at: Month
): Forecast | undefined {
	const rate = provinceRateForecast(figures, at);
	if (!rate) return undefined;
	const year = Math.floor(at / YEAR);
	let people = 0;
	for (const unit of units) {
		const own = figures.units[unit]?.populationOf(year, year);
		if (own === undefined || own <= 0) return undefined;
		people += own;
	}
	return { mean: rate.rate * people, low: rate.low * people, high: rate.high * people };
}

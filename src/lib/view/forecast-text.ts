import {
	forecastPlaceOf,
	type Forecast,
	type ForecastPlace
} from '#lib/domain/forecast/forecast.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatRate } from './format.ts';

/** Counts below this have a decimal. */
const FEW = 20;

/** What is to be expected of the next year, if nothing changes. @param name full name of the commune, or the province */
export function forecastSentence({ mean, low, high }: Forecast, name: string): string {
	return m.forecast_next({
		name,
		mean: mean < FEW ? formatRate(mean) : formatCount(mean),
		low: formatCount(low),
		high: formatCount(high)
	});
}

const PLACES: Record<ForecastPlace, () => string> = {
	below: m.forecast_below,
	within: m.forecast_within,
	above: m.forecast_above
};

/** A year's count against what was expected of it. */
export function forecastOutcome(count: number, expected: Forecast): string {
	return m.forecast_outcome({
		count: formatCount(count),
		place: PLACES[forecastPlaceOf(count, expected)](),
		low: formatCount(expected.low),
		high: formatCount(expected.high)
	});
}

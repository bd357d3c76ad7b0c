import { isEstimate, type Population } from '#lib/domain/population.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount } from './format.ts';

/** "5.200 người", with "ước tính" where no report says so. */
export function populationText(population: Population): string {
	const count = formatCount(population.value);
	return isEstimate(population)
		? m.panel_population_estimated({ count })
		: m.panel_population({ count });
}

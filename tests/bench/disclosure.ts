import { loadDemonstration } from '#lib/server/data/dataset.ts';
import { seedCatalogue } from '#lib/server/data/seed-catalogue.ts';
import { openInMemory } from '#lib/server/db/embedded/embedded.ts';
import { loadHistory } from '#lib/server/queries/load-history.ts';
import { loadCountSolver } from '#lib/solver/count-solver.ts';
import { attackYears } from '../fixtures/attack-demonstration.ts';
import { scaleCounts } from '../fixtures/scaled-counts.ts';
import { report } from './measurement.ts';

/** So many times the demonstration's cases, and what a year may take, in ms. */
const SIZES = [
	{ times: 1, most: 5000 },
	{ times: 4, most: 20_000 }
];
const LAST_YEAR = 2025;

export const DISCLOSURE = SIZES.flatMap(({ times }) => [
	`disclosure-year-x${times}`,
	`disclosure-attack-x${times}`
]);

/**
 * Choosing what a public copy hides, the slowest of the demonstration's years: against what it may take, and all
 * years beside one attack on what they print, two programs for each small count.
 */
export async function benchDisclosure(): Promise<void> {
	const database = await openInMemory();
	await seedCatalogue(database.db);
	await loadDemonstration(database);
	const history = await loadHistory(database.db);
	await database.close();
	const solve = await loadCountSolver();
	// The first program compiles the solver.
	attackYears(history, LAST_YEAR, solve, [LAST_YEAR]).next();
	for (const { times, most } of SIZES) {
		const years = [...attackYears(scaleCounts(history, times), LAST_YEAR, solve)];
		const value = Math.max(...years.map(({ planMs }) => planMs));
		report({ name: `disclosure-year-x${times}`, unit: 'ms', value, baseline: most, limit: 1 });
		report({
			name: `disclosure-attack-x${times}`,
			unit: 'ms',
			value: years.reduce((sum, { planMs }) => sum + planMs, 0),
			baseline: years.reduce((sum, { attackMs }) => sum + attackMs, 0)
		});
	}
}

import { writeFileSync } from 'node:fs';
import { EFFECT_LINES, effectRates, mergedEffectRates, nameOf } from './effect.ts';
import {
	falseClusterMaps,
	forecastCoverage,
	RANK_WEIGHTS,
	rankCoverage,
	slopeCoverage
} from './ranks.ts';
import { MEANS, TREND_WORLDS, trendPower, trendRates } from './trend.ts';
import { WATCH_WORLDS, watchRates } from './watch.ts';
import { CV_2, CV_3, CV_4, CV_4_AR, MERGED, POISSON, type World } from './worlds.ts';

/**
 * Error rates of the methods by simulation, in full: printed, and kept for the page of methods.
 * npm run simulate
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const round = (value: number) => Math.round(10 * value) / 10;
/** "1.2/0.8". */
const pair = (one: number, other: number) => `${round(one)}/${round(other)}`;

interface Table {
	name: string;
	columns: string[];
	rows: { name: string; cells: string[] }[];
}

function table(
	name: string,
	columns: readonly string[],
	rows: readonly { name: string; cells: () => string[] }[]
): Table {
	say(`\n${name}: ${columns.join(' | ')}`);
	return {
		name,
		columns: [...columns],
		rows: rows.map(({ name: row, cells }) => {
			const found = cells();
			say(`${row}: ${found.join(' | ')}`);
			return { name: row, cells: found };
		})
	};
}

const BASES = ['same-period', 'three-years'] as const;
const trend = table(
	'trend',
	MEANS.flatMap((mean) => BASES.map((base) => `${mean} ${base}`)),
	TREND_WORLDS.map(([world, question]) => ({
		name: `${world.name}${question === 'own' ? '' : ' (province)'}`,
		cells: () =>
			MEANS.flatMap((mean) =>
				BASES.map((base) => {
					const { falling, rising } = trendRates(world, question, mean, base, 40);
					return pair(falling, rising);
				})
			)
	}))
);
const CHANGES = [0.5, 0.25, 0, 2, 3];
const power = table(
	'power',
	CHANGES.map((factor) => `×${factor}`),
	[2.6, 6, 10, 20, 50].map((mean) => ({
		name: String(mean),
		cells: () =>
			CHANGES.map((factor) =>
				[0.02, 0.09].map((v) => Math.round(trendPower(mean, factor, Math.sqrt(v), 20))).join(' / ')
			)
	}))
);
const watch = table('watch', MEANS.map(String), [
	...WATCH_WORLDS.map((world) => ({
		name: world.name,
		cells: () => watchCells(world, {})
	})),
	...[POISSON, CV_3, CV_4_AR].map((world) => ({
		name: `${world.name}, moving base`,
		cells: () => watchCells(world, { moving: true })
	})),
	...[POISSON, CV_3].map((world) => ({
		name: `${world.name}, acknowledged after 3 months`,
		cells: () => watchCells(world, { acknowledgedAfter: 3 })
	}))
]);
function watchCells(world: World, options: { moving?: boolean; acknowledgedAfter?: number }) {
	return MEANS.map((mean) => {
		const { rise, fall } = watchRates(world, mean, 2, options);
		return pair(rise, fall);
	});
}
const effect = table(
	'effect',
	['2.6', '10', 'pre-check failed at 10'],
	[
		...EFFECT_LINES.map((line) => ({
			name: nameOf(line),
			cells: () => {
				const [few, many] = [2.6, 10].map((mean) => effectRates(line, mean, 500));
				return [
					pair(few!.fell, few!.rose),
					pair(many!.fell, many!.rose),
					String(round(many!.failed))
				];
			}
		})),
		...[POISSON, CV_3, CV_4_AR].map((world) => ({
			name: `merged by the 2/3 rule, ${world.name}`,
			cells: () => {
				const { fell, rose } = mergedEffectRates(world, 10, 500);
				return ['', pair(fell, rose), ''];
			}
		})),
		{
			name: nameOf({ choice: 12, world: { ...MERGED, name: '45 merged, CV 0.3' }, treated: 10 }),
			cells: () => {
				const { fell, rose } = effectRates({ choice: 12, world: MERGED, treated: 10 }, 7.5, 500);
				return ['', pair(fell, rose), ''];
			}
		}
	]
);
const effectPower = table(
	'effect-power',
	['2.6', '10'],
	[0.7, 0.5].map((factor) => ({
		name: `×${factor}`,
		cells: () =>
			[2.6, 10].map((mean) =>
				String(Math.round(effectRates({ choice: 12, world: CV_3 }, mean, 200, factor).fell))
			)
	}))
);
const slope = table(
	'slope',
	['5 × 10', '9 × 50'],
	[
		...[0, 0.2, 0.4].map((cv) => ({ name: `CV ${cv}`, options: { cv } })),
		{ name: 'CV 0.4, AR 0.5', options: { cv: 0.4, ar: 0.5 } }
	].map(({ name, options }) => ({
		name,
		cells: () =>
			[
				{ points: 5, mean: 10 },
				{ points: 9, mean: 50 }
			].map((size) => String(round(slopeCoverage({ ...size, ...options }, 3000))))
	}))
);
const WORLD_45: World = { name: '45 communes, CV 0.3', units: 45, cv: 0.3 };
const ranks = table(
	'ranks',
	['45 × 7.5', '129 × 2.6'],
	Object.entries(RANK_WEIGHTS).map(([name, weights]) => ({
		name,
		cells: () => [
			String(round(rankCoverage(WORLD_45, 7.5, weights, 40))),
			String(round(rankCoverage(CV_3, 2.6, weights, 15)))
		]
	}))
);
const clusters = table(
	'clusters',
	['45 × 7.5', '129 × 2.6'],
	[
		{
			name: 'maps with a cluster',
			cells: () => [
				String(round(falseClusterMaps(45, 7.5, 300))),
				String(round(falseClusterMaps(129, 2.6, 150)))
			]
		}
	]
);
const forecast = table(
	'forecast',
	MEANS.map(String),
	[POISSON, CV_2, CV_4, CV_4_AR].map((world) => ({
		name: world.name,
		cells: () => MEANS.map((mean) => String(round(forecastCoverage(world, mean, 40))))
	}))
);

const tables = [trend, power, watch, effect, effectPower, slope, ranks, clusters, forecast];
const file = new URL('../../src/lib/view/error-rates.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(tables, null, '\t')}\n`);

import { FrameFigures, type UnitFigures } from '#lib/domain/evidence/frame-figures.ts';
import {
	randomGamma,
	randomNormal,
	randomPoisson,
	type Random
} from '#lib/domain/evidence/random.ts';
import { toMonth, type Month } from '#lib/domain/period.ts';

/** First month of every simulated province. */
export const FROM: Month = toMonth(2017, 1);
const YEAR = 12;
/** How much communes differ: shape of the gamma distribution of their levels. */
const LEVEL_SHAPE = 3;

/** A province in which nothing changes but what is said here. */
export interface World {
	name: string;
	/** Communes; 129 unless told. */
	units?: number;
	/** All communes have the same level. */
	alike?: boolean;
	/** Standard deviation of a commune's year over its mean, and its correlation with the year before. */
	cv?: number;
	ar?: number;
	/** How far a season swings. */
	season?: number;
	/** Share of commune-months that are not reported. */
	missing?: number;
	/** Each commune is merged of so many, and reported only if all of them were. */
	merged?: number;
	/** What the whole province's rate is multiplied by in a month, from 0. */
	course?: (month: number, months: number) => number;
}

/** A simulated province: what is true of it, and what was recorded. */
export interface Simulated {
	/** Level of each commune over the mean of all. */
	levels: number[];
	/** Counts by commune and month, NaN where not reported. */
	counts: Float64Array[];
}

/** What a commune's rate is multiplied by in a month, beside all that the world has. */
export type Change = (unit: number, month: number) => number;

/** Draws a province. @param mean cases a commune and year */
export function simulate(
	world: World,
	mean: number,
	months: number,
	random: Random,
	change: Change = () => 1
): Simulated {
	const units = world.units ?? (world.merged ? 45 : 129);
	const parts = world.merged ?? 1;
	const levels: number[] = [];
	const counts = Array.from({ length: units }, (_, unit) => {
		const total = new Float64Array(months);
		let level = 0;
		for (let part = 0; part < parts; part++) {
			const own = world.alike ? 1 : randomGamma(LEVEL_SHAPE, random) / LEVEL_SHAPE;
			level += own / parts;
			const noise = yearlyNoise(world, Math.ceil(months / YEAR), random);
			for (let month = 0; month < months; month++) {
				const rate =
					(mean / parts / YEAR) *
					own *
					noise[Math.floor(month / YEAR)]! *
					seasonOf(world, month) *
					(world.course?.(month, months) ?? 1) *
					change(unit, month);
				const lost = world.missing !== undefined && random() < world.missing;
				total[month]! += lost ? NaN : randomPoisson(rate, random);
			}
		}
		levels.push(level);
		return total;
	});
	return { levels, counts };
}

/** Log-normal factors of years with mean 1. */
function yearlyNoise({ cv = 0, ar = 0 }: World, years: number, random: Random): number[] {
	const deviation = Math.sqrt(Math.log1p(cv ** 2));
	let state = randomNormal(random);
	return Array.from({ length: years }, (_, year) => {
		if (year > 0) state = ar * state + Math.sqrt(1 - ar ** 2) * randomNormal(random);
		return Math.exp(deviation * state - deviation ** 2 / 2);
	});
}

function seasonOf({ season = 0 }: World, month: number): number {
	return 1 + season * Math.cos((2 * Math.PI * month) / YEAR);
}

/** What was recorded as the figures of a frame, all communes of 5,000 people. */
export function figuresOf({ counts }: Simulated): FrameFigures {
	const months = counts[0]?.length ?? 0;
	return new FrameFigures(
		counts.map((own): UnitFigures => {
			const series = new Map<Month, number>();
			own.forEach((count, month) => {
				if (!Number.isNaN(count)) series.set(FROM + month, count);
			});
			return { counts: series, populationOf: () => 5000 };
		}),
		{ from: FROM, to: FROM + months - 1 }
	);
}

/** A fall of the whole province in its second year (COVID-19). */
const inSecondYear = (factor: number) => (month: number) =>
	month >= YEAR && month < 2 * YEAR ? factor : 1;
/** A change of the whole province in the last twelve months. */
const inLastYear = (factor: number) => (month: number, months: number) =>
	month >= months - YEAR ? factor : 1;

export const POISSON: World = { name: 'Poisson' };
export const CV_2: World = { name: 'CV 0.2', cv: 0.2 };
export const CV_3: World = { name: 'CV 0.3', cv: 0.3 };
export const CV_4: World = { name: 'CV 0.4', cv: 0.4 };
export const CV_4_AR: World = { name: 'CV 0.4, AR 0.6', cv: 0.4, ar: 0.6 };
export const ALIKE: World = { name: 'all communes alike', alike: true };
export const SEASON: World = {
	name: 'season ±40 %, CV 0.3, 5 % of months missing',
	season: 0.4,
	cv: 0.3,
	missing: 0.05
};
export const MERGED: World = {
	name: '45 merged of 3, 1 % missing each, CV 0.3',
	merged: 3,
	missing: 0.01,
	cv: 0.3
};
export const PROVINCE_FALLS: World = {
	name: 'province −20 % now, CV 0.3',
	cv: 0.3,
	course: inLastYear(0.8)
};
export const COVID: World = {
	name: 'COVID-19: −30 % in the second year, CV 0.3',
	cv: 0.3,
	course: inSecondYear(0.7)
};
export const REORGANISED: World = {
	name: 'reorganisation: +25 % now, CV 0.3',
	cv: 0.3,
	course: inLastYear(1.25)
};

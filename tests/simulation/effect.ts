import { preCheckOf } from '#lib/domain/effect/judge.ts';
import { ratioOver } from '#lib/domain/effect/blocks.ts';
import { windowAfter, windowBefore } from '#lib/domain/effect/study-windows.ts';
import { randomNormal, seededRandom, type Random } from '#lib/domain/evidence/random.ts';
import {
	ALIKE,
	CV_2,
	CV_3,
	CV_4,
	CV_4_AR,
	figuresOf,
	FROM,
	POISSON,
	simulate,
	type Simulated,
	type World
} from './worlds.ts';

/** How communes are chosen: by the cases of their last months, by what is true of them, or by knowledge with noise. */
export type Choice = 12 | 24 | 36 | 'truly worst' | 'knowledge and noise';

/** A line of the table of false claims. */
export interface EffectLine {
	choice: Choice;
	world: World;
	treated?: number;
	/** Approved over three years instead of at once. */
	staggered?: boolean;
}

export interface EffectRates {
	line: string;
	mean: number;
	/** Of a hundred provinces: claims of a fall, of a rise, and pre-checks that fail. */
	fell: number;
	rose: number;
	failed: number;
}

const MONTHS = 120;
const APPROVED = 60;
const YEARS = 3;
/** A shock that everybody has. */
const SHOCK = (month: number) => (month >= 39 && month < 57 ? 0.7 : 1);

export const EFFECT_LINES: readonly EffectLine[] = [
	{ choice: 12, world: POISSON },
	{ choice: 24, world: POISSON },
	{ choice: 'truly worst', world: POISSON },
	{ choice: 'knowledge and noise', world: POISSON },
	{ choice: 12, world: CV_2 },
	{ choice: 12, world: CV_4 },
	{ choice: 'truly worst', world: CV_4 },
	{ choice: 12, world: CV_4_AR },
	{ choice: 24, world: CV_4_AR },
	{ choice: 'truly worst', world: CV_4_AR },
	{ choice: 12, world: { ...ALIKE, name: 'alike, CV 0.3', cv: 0.3 } },
	{ choice: 12, world: CV_3, treated: 15 },
	{ choice: 12, world: POISSON, staggered: true },
	{ choice: 12, world: CV_3, staggered: true },
	{ choice: 24, world: { ...CV_3, name: 'CV 0.3, common shock', course: SHOCK }, staggered: true },
	{ choice: 12, world: CV_4_AR, staggered: true },
	{ choice: 24, world: CV_4_AR, staggered: true },
	{
		choice: 'knowledge and noise',
		world: { ...POISSON, name: 'common shock', course: SHOCK },
		staggered: true
	},
	{ choice: 12, world: { ...CV_3, name: 'CV 0.3, 3 % of months missing', missing: 0.03 } },
	{ choice: 36, world: CV_4_AR }
];
/** Outside what the study assumes: named in the methods, not held to the limit. */
export const OUTSIDE: Choice = 36;
export const EFFECT_LIMIT = 6;

export function nameOf({ choice, world, treated = 44, staggered }: EffectLine): string {
	const how = typeof choice === 'number' ? `worst ${choice} months` : choice;
	return `${how}, ${world.name}${treated === 44 ? '' : `, ${treated} treated`}${staggered ? ', approvals over 3 years' : ''}`;
}

/** Whom a line approves, and when; only months before are looked at. */
export function approve(
	{ choice, treated = 44, staggered }: EffectLine,
	{ levels, counts }: Simulated,
	random: Random
): Map<number, number> {
	const approved = new Map<number, number>();
	const rounds = staggered ? YEARS : 1;
	for (let round = 0; round < rounds; round++) {
		const month = APPROVED + 12 * round;
		const score = (unit: number) => {
			if (choice === 'truly worst') return levels[unit]!;
			if (choice === 'knowledge and noise')
				return levels[unit]! * Math.exp(0.5 * randomNormal(random));
			let sum = random() / 2;
			for (let at = month - choice; at < month; at++) sum += counts[unit]![at] || 0;
			return sum;
		};
		const free = levels.map((_, unit) => unit).filter((unit) => !approved.has(unit));
		const scored = free.map((unit) => ({ unit, score: score(unit) }));
		scored.sort((a, b) => b.score - a.score);
		for (const { unit } of scored.slice(0, Math.round(treated / rounds))) approved.set(unit, month);
	}
	return approved;
}

/** Claims of the study in many provinces without any effect, or with one of the given size. */
export function effectRates(
	line: EffectLine,
	mean: number,
	provinces: number,
	effect = 1
): EffectRates {
	const claims = { fell: 0, rose: 0, failed: 0 };
	for (let run = 0; run < provinces; run++) {
		const random = seededRandom(31 * run + mean);
		const simulated = simulate(line.world, mean, MONTHS, random);
		const approved = approve(line, simulated, random);
		if (effect !== 1) thin(simulated, approved, effect, random);
		const months = [...approved.values()].map((month) => FROM + month);
		const figures = figuresOf(simulated);
		const before = windowBefore(Math.min(...months), figures.data)!;
		const after = windowAfter(Math.max(...months), figures.data)!;
		const groups = {
			treated: [...approved.keys()],
			controls: figures.units.map((_, unit) => unit).filter((unit) => !approved.has(unit))
		};
		const ratio = ratioOver(figures, groups, before, after);
		if (!ratio) continue;
		if (ratio.interval[1] < 1) claims.fell++;
		if (ratio.interval[0] > 1) claims.rose++;
		const check = ratioOver(
			...([figures, groups] as const),
			{ from: before.from, to: before.from + 11 },
			{ from: before.from + 12, to: before.to }
		);
		if (preCheckOf(check) === 'failed') claims.failed++;
	}
	const percent = (count: number) => (100 * count) / provinces;
	return {
		line: nameOf(line),
		mean,
		fell: percent(claims.fell),
		rose: percent(claims.rose),
		failed: percent(claims.failed)
	};
}

/**
 * Claims on boundaries merged of three: the worst former communes are approved, and a merged one is treated where two of
 * three were, a control where none was, and left out where one was.
 */
export function mergedEffectRates(world: World, mean: number, provinces: number): EffectRates {
	const claims = { fell: 0, rose: 0 };
	const line: EffectLine = { choice: 12, world: { ...world, units: 135 }, treated: 45 };
	for (let run = 0; run < provinces; run++) {
		const random = seededRandom(77 * run + mean);
		const former = simulate(line.world, mean / PARTS, MONTHS, random);
		const approved = approve(line, former, random);
		const parts = (unit: number) => [0, 1, 2].map((part) => PARTS * unit + part);
		const counts = Array.from({ length: former.counts.length / PARTS }, (_, unit) =>
			former.counts[unit * PARTS]!.map((_count, month) =>
				parts(unit).reduce((sum, part) => sum + former.counts[part]![month]!, 0)
			)
		);
		const figures = figuresOf({ levels: [], counts });
		const shareOf = (unit: number) => parts(unit).filter((part) => approved.has(part)).length;
		const rows = counts.map((_, unit) => unit);
		const groups = {
			treated: rows.filter((unit) => shareOf(unit) >= 2),
			controls: rows.filter((unit) => shareOf(unit) === 0)
		};
		const month = FROM + APPROVED;
		const ratio = ratioOver(
			...([figures, groups] as const),
			windowBefore(month, figures.data)!,
			windowAfter(month, figures.data)!
		);
		if (!ratio) continue;
		if (ratio.interval[1] < 1) claims.fell++;
		if (ratio.interval[0] > 1) claims.rose++;
	}
	return {
		line: `merged by the 2/3 rule, ${world.name}`,
		mean,
		failed: 0,
		fell: (100 * claims.fell) / provinces,
		rose: (100 * claims.rose) / provinces
	};
}
const PARTS = 3;

/** Takes a share of the cases after approval away. */
function thin(
	{ counts }: Simulated,
	approved: ReadonlyMap<number, number>,
	effect: number,
	random: Random
): void {
	for (const [unit, from] of approved) {
		const own = counts[unit]!;
		for (let month = from; month < own.length; month++) {
			let left = 0;
			for (let event = 0; event < own[month]!; event++) if (random() < effect) left++;
			if (!Number.isNaN(own[month]!)) own[month] = left;
		}
	}
}

import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatDecimal, formatMonth, formatNumber } from './format.ts';
import type { Computation } from './how-computed.ts';
import { unitsOf } from './model-text.ts';
import type { ModelStudy } from './model-wire.ts';

const ANCHOR = 'models';

/** In how many communes a type is, and the years from a tenth to half of them. */
export function howCurve({ curve: { of, tenth, half }, frame }: ModelStudy): Computation {
	const month = (reached: number | undefined) =>
		reached === undefined ? '–' : formatMonth(reached);
	return {
		formula: m.models_how_curve(),
		inputs: [
			m.models_how_curve_of({
				of: formatCount(of),
				units: unitsOf(frame),
				tenth: formatDecimal(of / 10),
				half: formatDecimal(of / 2)
			}),
			m.models_how_curve_months({ tenth: month(tenth), half: month(half) })
		],
		anchor: ANCHOR
	};
}

/** Who copied from whom. */
export function howCopies({ copies }: ModelStudy): Computation {
	return {
		formula: m.models_how_copies(),
		inputs: [
			m.models_how_copies_stated({
				stated: formatCount(copies.stated),
				sites: formatCount(copies.sites),
				unknown: formatCount(copies.unknown)
			}),
			m.models_how_copies_generations({ list: copies.generations.map(formatCount).join(', ') })
		],
		anchor: ANCHOR
	};
}

/** Spread to neighbours: z and p only where they are quoted. */
export function howSpread({ spread }: ModelStudy): Computation {
	const { bordering, expected, variance, z, p, verdict } = spread;
	return {
		formula: m.models_how_spread(),
		inputs: [
			m.models_how_spread_values({
				o: formatCount(bordering),
				e: formatNumber(expected),
				v: formatNumber(variance)
			}),
			verdict === undefined || z === undefined || p === undefined
				? m.models_how_spread_no_z()
				: m.models_how_spread_z({ z: formatNumber(z), p: formatNumber(p) })
		],
		anchor: ANCHOR
	};
}

/** How far a type came together with approvals. */
export function howCrime({ crime }: ModelStudy): Computation {
	return {
		formula: m.models_how_crime(),
		inputs: [
			m.models_how_crime_share({
				approved: formatCount(crime.approved),
				adopters: formatCount(crime.adopters)
			})
		],
		anchor: ANCHOR
	};
}

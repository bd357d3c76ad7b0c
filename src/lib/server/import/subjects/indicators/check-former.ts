import { and, inArray } from 'drizzle-orm';
import { yearsBefore } from '#lib/domain/complete-period.ts';
import { periodLabel } from '#lib/domain/period-text.ts';
import type { Period } from '#lib/domain/period.ts';
import { observation } from '../../../db/schema.ts';
import type { FileRun } from '../../file-run.ts';
import type { UnitLookup } from '../../unit-lookup.ts';
import type { Figure } from './figure.ts';

/** A figure of "Cùng kỳ": the row's unit and period, and the years by which it is older. */
export interface FormerFigure extends Figure {
	years: number;
}

/** A difference in the last digits is one of rounding. */
const ROUNDING = 0.05;

/**
 * Compares what a form says of the same period a year before with what is recorded of the land of each unit,
 * its former units summed, and lists the differences. Where nothing is recorded there is nothing to compare.
 */
export async function checkFormer(
	run: FileRun,
	figures: readonly FormerFigure[],
	units: UnitLookup
): Promise<void> {
	if (figures.length === 0) return;
	const expected = figures.map((figure) => ({
		figure,
		period: yearsBefore(figure.period, figure.years)
	}));
	const recorded = await loadRecorded(run, expected);
	for (const { figure, period } of expected) {
		const known = sumRecorded(recorded, figure, period, units);
		if (known === undefined || Math.abs(known - figure.value) < ROUNDING) continue;
		run.problems.warn('former-differs', {
			...figure.at(),
			unit: figure.unit,
			value: String(figure.value),
			detail: { part: figure.indicator, known: Number(known.toFixed(4)), date: periodLabel(period) }
		});
	}
}

/** Recorded values of the indicators and periods, by unit, indicator and period. */
async function loadRecorded(
	run: FileRun,
	expected: readonly { figure: Figure; period: Period }[]
): Promise<ReadonlyMap<string, number>> {
	const indicators = [...new Set(expected.map(({ figure }) => figure.indicator))];
	const ends = [...new Set(expected.map(({ period }) => period.end))];
	const rows = await run.tx
		.select({
			unitId: observation.unitId,
			indicator: observation.indicatorCode,
			start: observation.periodStart,
			end: observation.periodEnd,
			value: observation.value
		})
		.from(observation)
		.where(
			and(inArray(observation.indicatorCode, indicators), inArray(observation.periodEnd, ends))
		);
	return new Map(
		rows.map(({ unitId, indicator, start, end, value }) => [
			`${unitId} ${indicator} ${start} ${end}`,
			value
		])
	);
}

function sumRecorded(
	recorded: ReadonlyMap<string, number>,
	{ unitId, indicator }: Figure,
	{ start, end }: Period,
	units: UnitLookup
): number | undefined {
	let sum = 0;
	const holders = units.heldBy(unitId, end);
	for (const { unitId: holder, weight } of holders) {
		const value = recorded.get(`${holder} ${indicator} ${start} ${end}`);
		if (value === undefined) return undefined;
		sum += value * weight;
	}
	return holders.length === 0 ? undefined : sum;
}

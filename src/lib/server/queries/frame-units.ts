import { compositionOf, frameMonths, populationOn } from '#lib/domain/history.ts';
import { yearOf, type Month } from '#lib/domain/period.ts';
import { listAncestors } from '#lib/domain/succession.ts';
import type { Frame } from '#lib/domain/unit.ts';
import type { FrameUnit } from '#lib/view/wire.ts';
import type { Province } from '../province.ts';

/** A frame's units in the order of its matrices. */
export function listFrameUnits(
	{ history }: Province,
	frame: Frame,
	track: string,
	last: Month
): FrameUnit[] {
	const months = frameMonths(frame, last);
	return frame.unitIds.map((unitId) => {
		const unit = history.units.get(unitId)!;
		const population: Record<number, number> = {};
		for (let year = yearOf(months.from); year <= yearOf(months.to); year++) {
			const value = populationOn(history, unitId, year);
			if (value !== undefined) population[year] = value;
		}
		const composition = compositionOf(history, unitId, track);
		const districts = listAncestors(history.lineage, unitId).map(
			({ unitId: id }) => history.units.get(id)?.parentName
		);
		return {
			...unit,
			districts:
				unit.parentName !== null
					? [unit.parentName]
					: [...new Set(districts.filter((name) => typeof name === 'string'))],
			population,
			composition: composition ? [...composition] : null
		};
	});
}

import { populationIn, type Population } from '#lib/domain/population.ts';
import { yearOf } from '#lib/domain/period.ts';
import {
	isEstimated,
	latestSelf,
	membersAtMerger,
	type Member,
	makeupRuns,
	monthsShown,
	type MatrixScope
} from '#lib/domain/reading.ts';
import { listAncestors } from '#lib/domain/succession.ts';
import { fullName } from '#lib/domain/unit.ts';
import type { FrameUnit } from '#lib/view/wire.ts';
import type { Province } from '../province.ts';

/** A frame's units in the order of its matrices. */
export function listFrameUnits(
	{ history }: Province,
	scope: MatrixScope,
	track: string
): FrameUnit[] {
	const months = monthsShown(history, scope);
	const membersOf = (members: readonly Member[]) =>
		members.map(({ unitId: id, status }) => {
			const unit = history.units.get(id)!;
			return { id, name: fullName(unit), shortName: unit.name, label: unit.label, status };
		});
	return scope.frame.unitIds.map((unitId) => {
		const unit = history.units.get(unitId)!;
		const self = latestSelf(history, unitId);
		const population: Record<number, Population> = {};
		for (let year = yearOf(months.from); year <= yearOf(months.to); year++) {
			// As it was known then: a past month must not rest on what came after.
			const known = populationIn(history, self, year, year);
			if (known) population[year] = known;
		}
		const runs = makeupRuns(history, unitId, track, months);
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
			makeup: runs
				.map(({ from, makeup }) => ({
					from,
					members:
						makeup !== 'not-available' && 'members' in makeup ? membersOf(makeup.members) : []
				}))
				.filter(({ members }, at, list) => at > 0 || members.length > 0 || list.length > 1),
			formers: membersOf(membersAtMerger(history, self, track)),
			estimated: isEstimated(history, unitId)
		};
	});
}

import { studyEffect } from '#lib/domain/effect/study.ts';
import { firstApproval, type History } from '#lib/domain/history.ts';
import { latestSelf } from '#lib/domain/reading.ts';
import { listAncestors } from '#lib/domain/succession.ts';
import type { Frame, Unit } from '#lib/domain/unit.ts';
import type { EffectStudy } from '#lib/view/evidence-wire.ts';
import type { Queryable } from '../db/database.ts';
import type { Province } from '../province.ts';
import { getNeighbours } from './neighbours.ts';

/** What is asked of a study, as the address has it. */
export interface EffectQuestion {
	track: string;
	lag: number;
	/** Codes of treated communes; none for all. */
	codes: readonly string[];
	/** First day of the boundaries on which those codes are meant; undefined for those of the study. */
	on?: string | undefined;
	/** Codes of communes not to compare with. */
	without: readonly string[];
}

/** Did it work? Computed on the boundaries on which most communes were approved; undefined without any. */
export async function getEffectStudy(
	db: Queryable,
	province: Province,
	{ track, lag, codes, on, without }: EffectQuestion
): Promise<EffectStudy | undefined> {
	const { history } = province;
	const frame = findStudyFrame(history, track);
	if (!frame) return undefined;
	const around = await province.once(`neighbours ${frame.from}`, () => getNeighbours(db, frame));
	const self = (id: number) => latestSelf(history, id);
	const neighbours = new Map(
		[...around].map(([id, others]) => [self(id), [...new Set(others.map(self))]])
	);
	const known = [...new Set(frame.unitIds.map(self))].map((id) => history.units.get(id)!);
	const idsOf = (list: readonly string[]) =>
		known.filter(({ code }) => list.includes(code)).map(({ id }) => id);
	const study = studyEffect(
		province.historyOf(track),
		frame,
		{
			...{ lag, without: idsOf(without) },
			...(codes.length > 0
				? {
						unitIds:
							on === undefined || on === frame.from
								? idsOf(codes)
								: formersOf(history, on, codes).filter((id) => known.some((unit) => unit.id === id))
					}
				: {})
		},
		(id) => neighbours.get(id) ?? []
	);
	const named = [
		...study.pairs.flatMap(({ unitId, comparisons }) => [
			unitId,
			...comparisons.map((arm) => arm.unitId)
		]),
		...study.left.map(({ unitId }) => unitId)
	];
	return {
		study,
		treated: known.filter(({ id }) => firstApproval(history, id, track) !== undefined),
		units: Object.fromEntries(named.map((id): [number, Unit] => [id, history.units.get(id)!]))
	};
}

/** Units by their codes on some date's boundaries, with those they were made of. */
function formersOf(history: History, on: string, codes: readonly string[]): number[] {
	const frame = history.frames.find(({ from }) => from === on);
	const units = frame?.unitIds.filter((id) => codes.includes(history.units.get(id)!.code)) ?? [];
	const all = units.flatMap((id) => [
		latestSelf(history, id),
		...listAncestors(history.lineage, id).map(({ unitId }) => latestSelf(history, unitId))
	]);
	return [...new Set(all)];
}

/** The frame within which most communes were approved. */
function findStudyFrame(history: History, track: string): Frame | undefined {
	const approvalsIn = ({ from, to, unitIds }: Frame) =>
		unitIds.filter((id) => {
			const approval = firstApproval(history, id, track);
			return approval !== undefined && approval >= from && (to === null || approval <= to);
		}).length;
	return history.frames
		.map((frame) => ({ frame, approvals: approvalsIn(frame) }))
		.filter(({ approvals }) => approvals > 0)
		.sort((a, b) => b.approvals - a.approvals)[0]?.frame;
}

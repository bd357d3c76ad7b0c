import { listApprovals } from '#lib/domain/effect/groups.ts';
import { designStudy, findStudyFrame, studyEffect } from '#lib/domain/effect/study.ts';
import { frameFigures } from '#lib/domain/frame-matrices.ts';
import type { History } from '#lib/domain/history.ts';
import { adopters } from '#lib/domain/models/adopters.ts';
import type { Month } from '#lib/domain/period.ts';
import { latestSelf } from '#lib/domain/reading.ts';
import type { Unit } from '#lib/domain/unit.ts';
import type { EffectStudy } from '#lib/view/evidence-wire.ts';
import type { Queryable } from '../db/database.ts';
import type { Province } from '../province.ts';
import { getNeighbours } from './neighbours.ts';

/** The month of the first site of a type in every commune that had one, by the last unit of its identity. */
function listAdoptions(history: History, model: string): Map<number, Month> {
	const adoptions = new Map<number, Month>();
	for (const frame of history.frames) {
		for (const [unitId, month] of adopters(history, frame, model)) {
			const self = latestSelf(history, unitId);
			adoptions.set(self, Math.min(month, adoptions.get(self) ?? Infinity));
		}
	}
	return adoptions;
}

/** Parameters of a study, as in the address. */
export interface EffectQuestion {
	track: string;
	/** First and last year of approval; undefined for the latest that can be looked at. */
	years: { from: number; to: number } | undefined;
	/** A type of community model whose first site takes the place of approval. */
	model?: string | undefined;
	/** Codes of communes not to compare with. */
	without: readonly string[];
}

/** The effect study; undefined without approvals or reports. */
export async function getEffectStudy(
	db: Queryable,
	province: Province,
	{ track, years, model, without }: EffectQuestion
): Promise<EffectStudy | undefined> {
	const history = province.historyOf(track);
	const { dataMonths } = history;
	if (!dataMonths) return undefined;
	const approvals = model === undefined ? listApprovals(history) : listAdoptions(history, model);
	const design = designStudy(approvals, dataMonths, years) ?? designStudy(approvals, dataMonths);
	if (!design) return undefined;
	const frame = findStudyFrame(history, design.after?.to ?? dataMonths.to);
	const figures = frame && frameFigures(history, { frame, last: dataMonths.to, all: true });
	if (!frame || !figures) return undefined;
	const around = await province.once(`neighbours ${frame.from}`, () => getNeighbours(db, frame));
	const rowOf = new Map(frame.unitIds.map((id, row) => [id, row]));
	const known = frame.unitIds.map((id) => history.units.get(id)!);
	const study = studyEffect(
		...([history, frame, figures, approvals, design] as const),
		known.filter(({ code }) => without.includes(code)).map(({ id }) => id),
		(row) => (around.get(frame.unitIds[row]!) ?? []).flatMap((id) => rowOf.get(id) ?? [])
	);
	return { study, units: Object.fromEntries(known.map((unit): [number, Unit] => [unit.id, unit])) };
}

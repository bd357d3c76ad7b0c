import { isTolerated, type TopologyFault } from '#lib/domain/import-report.ts';
import { REPAIR_LIMIT_M2, sumByUnit } from '#lib/domain/repair.ts';
import type { BoundaryRequest } from '../boundaries/boundary-request.ts';
import type { FileRun } from '../file-run.ts';
import { findTopologyFaults, NOTICED_M2, surveyTopology } from './find-faults.ts';
import { applyMended, listMended, listUnmendable, mendInvalid } from './mend.ts';
import { repairTopology } from './repair.ts';

/**
 * Mends invalid shapes in `staged_boundary` and closes overlaps and gaps up to the request's limit.
 *
 * Larger ones stay as they are where the request accepts them. Where it does not, a limit that was stated
 * says that they are no slips of drawing; with the limit of the product they are judged as without a repair.
 *
 * @throws FileRefused where a larger one may not stay
 */
export async function repairBoundaries(run: FileRun, request: BoundaryRequest): Promise<void> {
	const { tx, problems } = run;
	const limitM2 = request.repairUpToM2 ?? REPAIR_LIMIT_M2;
	await mendInvalid(tx);
	for (const shape of await listUnmendable(tx)) problems.error('geometry-collapsed', shape);
	const mended = await listMended(tx);
	await applyMended(tx);
	const survey = await surveyTopology(tx);
	run.faultsBefore = survey.faults;
	if (request.acceptTopology !== true) {
		refuseLarger(run, survey.faults, limitM2, request.repairUpToM2 !== undefined);
	}
	const changes = await repairTopology(tx, survey, limitM2);
	const listed = changes.filter(({ areaM2 }) => areaM2 > NOTICED_M2);
	const smaller = changes.slice(listed.length);
	run.repair = {
		limitM2,
		changes: listed,
		smaller: {
			count: smaller.length,
			areaM2: smaller.reduce((sum, { areaM2 }) => sum + areaM2, 0)
		},
		mended
	};
	run.repaired = sumByUnit(changes, mended);
}

/** Faults beyond what may be repaired; with a limit of the product's own, small ones may stay. */
function refuseLarger(
	run: FileRun,
	faults: readonly TopologyFault[],
	limitM2: number,
	stated: boolean
): void {
	const larger = faults.filter(
		(fault) => fault.areaM2 > limitM2 && (stated || !isTolerated(fault))
	);
	if (larger.length === 0) return;
	run.topology = { accepted: false, faults: [...faults] };
	for (const fault of larger) run.problems.error(fault.kind, placeOfFault(fault));
	run.problems.refuseIfWrong();
}

/** Lists the overlaps, gaps and unmatched borders of `staged_boundary` as problems and in the report. */
export async function reportTopology(run: FileRun, request: BoundaryRequest): Promise<void> {
	const faults = await findTopologyFaults(run.tx);
	const notCompared = (await listUnmendable(run.tx)).map(({ unit }) => unit);
	run.topology = {
		accepted: request.acceptTopology ?? false,
		faults,
		...(run.faultsBefore ? { before: run.faultsBefore } : {}),
		...(notCompared.length > 0 ? { notCompared } : {})
	};
	for (const fault of faults) {
		const at = placeOfFault(fault);
		if (request.acceptTopology === true || isTolerated(fault)) run.problems.warn(fault.kind, at);
		else run.problems.error(fault.kind, at);
	}
}

/** Where and how large a fault is, as a problem says it. */
function placeOfFault(fault: TopologyFault) {
	const { units, position, areaM2, lengthM, shareOfSmallest, shareTogether } = fault;
	const detail: Record<string, number> =
		lengthM === undefined ? { areaM2, share: shareOfSmallest } : { lengthM };
	if (shareTogether !== undefined) detail.together = shareTogether;
	return { unit: units.slice(0, 3).join(' – '), position, detail };
}

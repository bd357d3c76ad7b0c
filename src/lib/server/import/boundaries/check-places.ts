import { degreesToKm, radiusKm, roughKm, type Position } from '#lib/domain/place.ts';
import { nameDistance, splitKind } from '#lib/domain/unit-name.ts';
import type { FileRun } from '../file-run.ts';
import { checkParts } from './check-parts.ts';
import { explainMisplacedFile, refuseOutsideCountry } from './explain-misplaced-file.ts';
import type { KnownCommune, Predecessor } from './known-communes.ts';
import { toPair, type Misplaced, type PlaceCheck } from './place-check.ts';
import { centreOf, listHeldPoints, type StagedShape } from './staged-shapes.ts';

/** Boundaries of one commune differ a little from map to map. */
const TOLERATED_KM = 2;
const TOLERATED_RADII = 0.5;
/** A commune of another period with the same code and name was larger or smaller. */
const TOLERATED_KM_BETWEEN_PERIODS = 5;
const TOLERATED_RADII_BETWEEN_PERIODS = 2;
/** Area may differ by this factor before it is another commune's shape. */
const MAX_AREA_FACTOR = 2;

/** Checks where units lie: all of them, single ones, and parts of them. */
export async function checkPlaces(run: FileRun, check: PlaceCheck): Promise<void> {
	if (await refuseOutsideCountry(run, check)) return;
	const misplaced = findMisplaced(check);
	const placed = check.shapes.filter(({ code }) => check.own(code) !== undefined).length;
	const sure = misplaced.filter(({ surely }) => surely);
	if (await explainMisplacedFile(run, check, sure, placed)) return;
	const wrong = await nameMisplaced(run, check, misplaced);
	warnOfAreas(run, check, wrong);
	await checkParts(run, check);
}

interface Expected {
	position: Position;
	areaKm2: number;
	/** Known of the very unit, not of another period of it. */
	exact: boolean;
}

function expectedOf({ known, own }: PlaceCheck, shape: StagedShape): Expected | undefined {
	const commune = own(shape.code);
	if (commune) return { position: commune.position, areaKm2: commune.areaKm2, exact: true };
	const before = known.predecessors.get(shape.code)?.find((unit) => isSame(unit, shape));
	return before && { position: before.position, areaKm2: before.areaKm2, exact: false };
}

function isSame(unit: Predecessor, shape: StagedShape): boolean {
	return nameDistance(splitKind(shape.name).name, unit.name) <= 1;
}

function findMisplaced(check: PlaceCheck): Misplaced[] {
	return check.shapes.flatMap((shape) => {
		const expected = expectedOf(check, shape);
		if (!expected) return [];
		const is = centreOf(shape);
		const radius = radiusKm(expected.areaKm2);
		const km =
			expected.exact && shape.away !== null
				? degreesToKm(shape.away)
				: Math.max(0, roughKm(is, expected.position) - radiusKm(shape.areaKm2));
		const tolerated = expected.exact
			? Math.max(TOLERATED_KM, TOLERATED_RADII * radius)
			: Math.max(TOLERATED_KM_BETWEEN_PERIODS, TOLERATED_RADII_BETWEEN_PERIODS * radius);
		return km > tolerated
			? [{ shape, is, expected: expected.position, km, surely: expected.exact }]
			: [];
	});
}

/**
 * Names single units, and whose place they are in.
 *
 * @returns their numbers
 */
async function nameMisplaced(
	run: FileRun,
	{ own, shapes, points }: PlaceCheck,
	misplaced: readonly Misplaced[]
): Promise<Set<number>> {
	const wrong = new Set<number>();
	// A small commune on its neighbour's place is not far from its own.
	const far = new Map(misplaced.map((each) => [each.shape, each]));
	const suspects = shapes.filter(
		(shape) => far.has(shape) || (own(shape.code) && shape.away !== null && shape.away > 0)
	);
	const held =
		suspects.length === 0
			? []
			: await listHeldPoints(
					run.tx,
					suspects.map(({ ordinal }) => ordinal),
					points
				);
	for (const shape of suspects) {
		const at = {
			row: shape.ordinal,
			unit: `${shape.code} ${shape.name}`,
			position: toPair(centreOf(shape))
		};
		const misplacement = far.get(shape);
		const others = held
			.filter(({ ordinal }) => ordinal === shape.ordinal)
			.flatMap(({ code }) => own(code) ?? []);
		if (others.length > 0 && (misplacement || isInPlaceOf(shape, others))) {
			const found = others.map(({ code, name }) => `${code} ${name}`).join(', ');
			run.problems.error('unit-on-another', { ...at, detail: { found } });
		} else if (misplacement) {
			const detail = { known: Math.round(misplacement.km) };
			if (misplacement.surely) run.problems.error('unit-misplaced', { ...at, detail });
			else run.problems.warn('unit-misplaced', { ...at, detail });
		} else continue;
		wrong.add(shape.ordinal);
	}
	return wrong;
}

/** Whether a shape near its own place has the area of the one other unit whose place it holds. */
function isInPlaceOf(shape: StagedShape, others: readonly KnownCommune[]): boolean {
	const [other] = others;
	return others.length === 1 && other !== undefined && isAlike(shape.areaKm2, other.areaKm2);
}

function isAlike(areaKm2: number, knownKm2: number): boolean {
	return areaKm2 <= knownKm2 * MAX_AREA_FACTOR && areaKm2 >= knownKm2 / MAX_AREA_FACTOR;
}

function warnOfAreas(run: FileRun, { own, shapes }: PlaceCheck, wrong: ReadonlySet<number>): void {
	for (const { ordinal, code, name, areaKm2 } of shapes) {
		const commune = own(code);
		if (!commune || wrong.has(ordinal) || isAlike(areaKm2, commune.areaKm2)) continue;
		run.problems.warn('area-unlike', {
			row: ordinal,
			unit: `${code} ${name}`,
			value: areaKm2.toFixed(1),
			detail: { known: commune.areaKm2 }
		});
	}
}

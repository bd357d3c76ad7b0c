import type { FileRun } from '../file-run.ts';
import type { BoundaryRequest } from './boundary-request.ts';
import { checkKnownCodes } from './check-known-codes.ts';
import { checkPlaces } from './check-places.ts';
import { checkSurroundings } from './check-surroundings.ts';
import type { KnownCommunes } from './known-communes.ts';
import type { Extent } from './parse-boundary.ts';
import { listStagedShapes, type ExpectedPoint } from './staged-shapes.ts';

/**
 * Holds the units of `staged_boundary` against what is known of them: province and name of the code, place and
 * area. A made-up province is compared with itself only.
 *
 * @param extent of the coordinates as the file has them
 */
export async function checkKnown(
	run: FileRun,
	request: BoundaryRequest,
	known: KnownCommunes,
	extent: Extent
): Promise<void> {
	const points: ExpectedPoint[] = known.communes.map(({ code, position: [lon, lat] }) => ({
		code,
		lon,
		lat
	}));
	const shapes = await listStagedShapes(run.tx, points);
	const { homes, named } =
		request.level === 'commune'
			? await checkKnownCodes(run, known, shapes, request.validFrom)
			: { homes: [], named: new Set<number>() };
	const own = (code: string) => {
		const commune = known.find(code);
		return commune && homes.includes(commune.provinceCode) ? commune : undefined;
	};
	await checkSurroundings(run, request.level, shapes, (code) => own(code) !== undefined);
	await checkPlaces(run, {
		known,
		own,
		extent,
		shapes: shapes.filter(({ ordinal }) => !named.has(ordinal)),
		points: points.filter(({ code }) => own(code))
	});
}

import { sql } from 'drizzle-orm';
import { isIsoDate } from '#lib/domain/period.ts';
import { rowsOf, type Queryable } from '../../db/database.ts';
import type { BoundaryRequest } from './boundary-request.ts';
import { reportTopology, repairBoundaries } from '../topology/settle-topology.ts';
import { checkAreas, checkCodes, checkValidity, checkShapes } from './check-boundaries.ts';
import type { FileRun } from '../file-run.ts';
import { BoundaryFileRefused } from '../formats/boundary-file-refused.ts';
import { listShapes } from './list-shapes.ts';
import type { OpenedBoundaries, PreparedBoundaries } from './prepare-boundaries.ts';
import { FileRefused } from '../problem-list.ts';
import { checkKnown } from './check-known.ts';
import { findCodes } from './find-codes.ts';
import { KnownCommunes } from './known-communes.ts';
import { Extent } from './parse-boundary.ts';
import { CodesMissing } from './boundary-rows.ts';
import type { ReadFile } from './read-boundaries.ts';
import { reproject } from './reproject.ts';
import { copyIntoUnits, stageBoundaries, stageUnits } from './stage-boundaries.ts';

/**
 * Loads a boundary file: reads, reprojects, checks, perhaps repairs, and writes units.
 *
 * @throws FileRefused when the run's problem list has errors; nothing may then be committed
 */
export async function importBoundaries(
	run: FileRun,
	request: BoundaryRequest,
	prepared: PreparedBoundaries
): Promise<void> {
	refuseWrongDates(run, request);
	run.noteTime('open', prepared.tookMs);
	const opened = prepared.result;
	if (opened instanceof BoundaryFileRefused) run.problems.stop(opened.code, opened.place);
	const inGeoJson = { ...request, file: opened.geojson };
	const loaded = await loadQuickly(run, inGeoJson, opened);
	if (!loaded) await loadThoroughly(run, inGeoJson, opened);
	run.problems.refuseIfWrong();
}

function identify(run: FileRun, opened: OpenedBoundaries, file: ReadFile): void {
	run.identify(opened.sha256 ?? file.sha256, opened.bytes);
}

function refuseWrongDates({ problems }: FileRun, { validFrom, validTo }: BoundaryRequest): void {
	for (const date of [validFrom, validTo]) {
		if (date !== null && !isIsoDate(date))
			problems.error('date-unreadable', { value: String(date) });
	}
	problems.refuseIfWrong();
	if (validTo !== null && validTo < validFrom) {
		problems.stop('dates-reversed', { value: `${validFrom} – ${validTo}` });
	}
}

/** @returns false when something about the file calls for the thorough way */
async function loadQuickly(
	run: FileRun,
	request: BoundaryRequest,
	opened: OpenedBoundaries
): Promise<boolean> {
	const projected = opened.crs !== undefined && opened.crs !== 'EPSG:4326';
	if (request.repair || request.swapAxes || request.crs !== undefined || projected) return false;
	let extent = new Extent();
	try {
		await run.tx.transaction(async (inner) => {
			const quick = run.within(inner);
			const file = await run.time('load', () => copyIntoUnits(quick, request));
			identify(run, opened, file);
			extent = file.extent;
			run.read = run.written = file.read;
			await run.refuseWhenLoadedBefore();
			const named = file.crs !== undefined && file.crs !== 'EPSG:4326';
			if (named || !looksGeographic(file) || run.problems.counts.errors > 0) {
				throw new NeedsThoroughWay();
			}
		});
	} catch (error) {
		if (error instanceof FileRefused) throw error;
		const known = error instanceof NeedsThoroughWay || error instanceof CodesMissing;
		if (!known && !isConstraintViolation(error)) throw error;
		run.problems.clear();
		return false;
	}
	await run.time('check', async () => {
		await stageUnits(run.tx, sql`source_id = ${run.sourceId}`);
		run.keepPreview?.({ before: await listShapes(run.tx) });
		await checkKnown(run, request, await KnownCommunes.load(run, request), extent);
	});
	await run.time('topology', () => reportTopology(run, request));
	return true;
}

/** Leaves the quick way; what it wrote is taken back. */
class NeedsThoroughWay extends Error {}

/** Whether a row broke a rule of the database (class 23, or a check that failed inside COPY). */
function isConstraintViolation(error: unknown): boolean {
	const code = (error as { code?: string }).code ?? '';
	if (code.startsWith('23')) return true;
	const { cause } = error as { cause?: unknown };
	return cause !== undefined && isConstraintViolation(cause);
}

async function loadThoroughly(
	run: FileRun,
	request: BoundaryRequest,
	opened: OpenedBoundaries
): Promise<void> {
	const { tx, problems } = run;
	const file = await run.time('read', () => stageBoundaries(run, request));
	identify(run, opened, file);
	run.read = file.read;
	await run.refuseWhenLoadedBefore();
	await run.time('reproject', () =>
		reproject(run, request, { ...file, crs: opened.crs ?? file.crs })
	);
	const known = await KnownCommunes.load(run, request);
	if (file.codesByName !== undefined) await findCodes(run, known, file.codesByName);
	await run.time('check', async () => {
		await checkCodes(tx, problems);
		await checkValidity(tx, request, problems);
		if (!request.repair) await checkShapes(tx, problems);
		await checkAreas(tx, problems);
		await checkKnown(run, request, known, file.extent);
	});
	run.keepPreview?.({ before: await listShapes(tx) });
	if (request.repair) {
		await run.time('repair', () => repairBoundaries(run, request));
		run.keepPreview?.({ after: await listShapes(tx) });
	}
	await run.time('topology', () => reportTopology(run, request));
	problems.refuseIfWrong();
	run.written = await run.time('write', () => writeUnits(tx, request, run.sourceId));
}

function looksGeographic({ extent }: ReadFile): boolean {
	return extent.isGeographic() && !extent.isSwapped();
}

async function writeUnits(
	tx: Queryable,
	request: BoundaryRequest,
	sourceId: number
): Promise<number> {
	const rows = await rowsOf(
		tx,
		sql`
		insert into unit (code, name, kind, level, parent_name, valid_from, valid_to, geom,
			label_lon, label_lat, area_km2, source_id)
		select code, name, kind, ${request.level}, parent_name, ${request.validFrom}::date,
			${request.validTo}::date, geom, ST_X(label), ST_Y(label), area_m2 / 1e6, ${sourceId}::int
		from staged_boundary, lateral ST_PointOnSurface(geom) as label
		order by ordinal
		returning id`
	);
	return rows.length;
}

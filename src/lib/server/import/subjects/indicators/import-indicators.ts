import { buildLineage } from '#lib/domain/succession.ts';
import { loadCalendar } from '../../../queries/calendar.ts';
import { listSuccessions } from '../../../queries/successions.ts';
import type { FileRun } from '../../file-run.ts';
import { openTables, type TableOptions } from '../../tables/open-tables.ts';
import { UnitLookup } from '../../unit-lookup.ts';
import { checkFormer } from './check-former.ts';
import { checkParts, checkWithin, extentOf, findJumps, standsAlone } from './check-figures.ts';
import { decideUnits } from './decide-units.ts';
import type { Figure } from './figure.ts';
import { noteCalendars } from './note-calendars.ts';
import type { FigureDefaults } from './read-figures.ts';
import { sumFormers } from './sum-formers.ts';
import { understandTables } from './understand-tables.ts';
import {
	addFigures,
	findRecorded,
	refuseClosed,
	stageFigures,
	writeFigures
} from './write-figures.ts';

/** Figures in long or wide form: months, indicators or both across. */
export interface IndicatorRequest extends TableOptions, FigureDefaults {
	subject: 'indicators';
	file: string;
	/** Replace recorded values that differ; the former ones are kept. */
	corrections?: boolean;
	/** Why figures of closed periods change. */
	reason?: string | undefined;
	/** Figures that differ from the months before by more than chance explains are right. */
	confirmJumps?: boolean;
}

/**
 * Loads figures. An empty cell means "not reported", which is not zero. Where neither the file nor the request
 * says in which calendar they are, it is the province's.
 */
export async function importIndicators(run: FileRun, request: IndicatorRequest): Promise<void> {
	run.reason = request.reason?.trim() || undefined;
	const { tables, catalogue } = await openTables(run, 'indicators', request);
	const units = await UnitLookup.load(run.tx);
	const calendar = await loadCalendar(run.tx);
	const { figures: read, former } = await run.time('understand', async () =>
		understandTables(run, tables, catalogue, units, request, calendar)
	);
	const figures = await settleUnits(run, read, units);
	await noteCalendars(run, figures);
	run.problems.refuseIfWrong();
	await checkFormer(run, former, units);
	if (figures.length === 0) return;
	const extent = extentOf(figures);
	const jumps = await run.time('jumps', () => findJumps(run, figures, extent, catalogue));
	noteJumps(run, jumps, request);
	if (await standsAlone(run, extent, catalogue)) {
		run.problems.refuseIfWrong();
		run.written = await run.time('write', () => addFigures(run, figures, new Set(jumps)));
		return;
	}
	await run.time('check', async () => {
		await stageFigures(run, figures);
		await checkParts(run, figures);
		await noteRecorded(run, figures, request);
	});
	run.problems.refuseIfWrong();
	const places = new Map(figures.map((figure, n) => [figure, n]));
	const confirmed = jumps.map((figure) => places.get(figure)!);
	const { added, corrected } = await run.time('write', () => writeFigures(run, confirmed));
	run.written = added + corrected;
	run.corrected = corrected;
}

/** Each figure on the unit that its row means; those of former units that a merger ended meanwhile, summed up. */
async function settleUnits(
	run: FileRun,
	read: readonly Figure[],
	{ units }: UnitLookup
): Promise<readonly Figure[]> {
	if (!read.some(({ cut }) => cut)) {
		checkWithin(run, read);
		return read;
	}
	const lineage = buildLineage(units, await listSuccessions(run.tx));
	const decided = decideUnits(run, read, units, lineage);
	checkWithin(run, decided);
	return sumFormers(run, decided, units, lineage);
}

function noteJumps(run: FileRun, jumps: readonly Figure[], request: IndicatorRequest): void {
	for (const figure of jumps) {
		const at = { ...figure.at(), value: String(figure.value), unit: figure.unit };
		const detail = { part: figure.indicator };
		if (request.confirmJumps) run.problems.warn('jump', { ...at, detail });
		else run.problems.error('jump', { ...at, detail });
	}
}

async function noteRecorded(
	run: FileRun,
	figures: readonly Figure[],
	request: IndicatorRequest
): Promise<void> {
	const { changed, unchanged } = await findRecorded(run);
	run.unchanged = unchanged;
	if (!request.corrections) {
		for (const { n, value, source } of changed) {
			const figure = figures[n]!;
			run.problems.error('already-recorded', {
				...figure.at(),
				value: String(figure.value),
				unit: figure.unit,
				detail: { source, known: value }
			});
		}
	}
	if (!request.reason?.trim()) await refuseClosed(run, figures);
}

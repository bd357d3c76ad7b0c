import { SCHEMES, type Scheme } from '#lib/domain/period.ts';
import { provinceSettings } from '../../../db/schema.ts';
import type { FileRun } from '../../file-run.ts';
import { openTables, type TableOptions } from '../../tables/open-tables.ts';
import { UnitLookup } from '../../unit-lookup.ts';
import { checkFormer } from './check-former.ts';
import { checkCalendars, checkParts, extentOf, findJumps, standsAlone } from './check-figures.ts';
import type { Figure } from './figure.ts';
import type { FigureDefaults } from './read-figures.ts';
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

/** Loads figures. An empty cell means "not reported", which is not zero. */
export async function importIndicators(run: FileRun, request: IndicatorRequest): Promise<void> {
	run.reason = request.reason?.trim() || undefined;
	const { tables, catalogue } = await openTables(run, 'indicators', request);
	const units = await UnitLookup.load(run.tx);
	const calendar = await findCalendar(run);
	const { figures, former } = await run.time('understand', async () =>
		understandTables(run, tables, catalogue, units, request, calendar)
	);
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
		await checkCalendars(run, figures);
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

/** The calendar of files that do not say theirs: the province's own. */
async function findCalendar({ tx }: FileRun): Promise<Scheme> {
	const [province] = await tx
		.select({ calendar: provinceSettings.calendar })
		.from(provinceSettings);
	return SCHEMES.find((each) => each === province?.calendar) ?? 'calendar';
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

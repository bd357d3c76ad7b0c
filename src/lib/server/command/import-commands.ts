import { userInfo } from 'node:os';
import { SCHEMES } from '#lib/domain/period.ts';
import { SHARE_FORMS } from '../import/subjects/indicators/figure-value.ts';
import type { ImportReport } from '#lib/domain/import-report.ts';
import { m } from '#lib/paraglide/messages.js';
import { importReportText } from '#lib/view/import-report-text.ts';
import type { Database } from '../db/database.ts';
import type { BoundaryRequest } from '../import/boundaries/boundary-request.ts';
import { runImports, type ImportRequest } from '../import/run-imports.ts';
import { getFrameBoundaries } from '../queries/boundaries.ts';
import { loadHistory } from '../queries/load-history.ts';
import { UsageError, type Command, type CommandInput, type Outcome } from './command.ts';
import { withDatabase } from './with-database.ts';

const OPTIONS = {
	'dry-run': { type: 'boolean' },
	'replace-demo': { type: 'boolean' },
	demonstration: { type: 'boolean' },
	by: { type: 'string' },
	label: { type: 'string' }
} as const;

/** What tables take besides. */
const TABLE = { ...OPTIONS, sheet: { type: 'string' } } as const;

/** The last one is known only to be refused, with the reason. */
const LABELS = ['public', 'internal', 'state-secret'] as const;

export const IMPORT_COMMANDS: readonly Command[] = [
	{
		name: 'import boundaries',
		operands: ['FILE'],
		options: {
			...OPTIONS,
			'valid-from': { type: 'string' },
			'valid-to': { type: 'string' },
			level: { type: 'string' },
			code: { type: 'string' },
			name: { type: 'string' },
			crs: { type: 'string' },
			layer: { type: 'string' },
			'swap-axes': { type: 'boolean' },
			repair: { type: 'boolean' },
			'repair-up-to': { type: 'string' },
			'accept-topology': { type: 'boolean' }
		},
		run: (input) => runImport(input, toBoundaryRequest(input))
	},
	{
		name: 'import succession',
		operands: ['FILE'],
		options: { ...TABLE, effective: { type: 'string' }, document: { type: 'string' } },
		run: (input) =>
			runImport(input, {
				subject: 'succession',
				file: input.file(0),
				sheet: input.text('sheet'),
				effective: input.date('effective'),
				document: input.text('document')
			})
	},
	{
		name: 'import indicators',
		operands: ['FILE'],
		options: {
			...TABLE,
			indicator: { type: 'string' },
			period: { type: 'string' },
			scheme: { type: 'string' },
			shares: { type: 'string' },
			correct: { type: 'boolean' },
			reason: { type: 'string' },
			'confirm-jumps': { type: 'boolean' }
		},
		run: (input) =>
			runImport(input, {
				subject: 'indicators',
				file: input.file(0),
				sheet: input.text('sheet'),
				indicator: input.text('indicator'),
				period: input.text('period'),
				scheme: input.choice('scheme', SCHEMES),
				shares: input.choice('shares', SHARE_FORMS),
				corrections: input.flag('correct'),
				reason: input.text('reason'),
				confirmJumps: input.flag('confirm-jumps')
			})
	},
	{
		name: 'import status',
		operands: ['FILE'],
		options: { ...TABLE, track: { type: 'string' } },
		run: (input) =>
			runImport(input, {
				subject: 'status',
				file: input.file(0),
				sheet: input.text('sheet'),
				track: input.text('track')
			})
	},
	{
		name: 'import models',
		operands: ['FILE'],
		options: { ...TABLE, sites: { type: 'string' } },
		run: (input) =>
			runImport(input, {
				subject: 'models',
				file: input.file(0),
				sheet: input.text('sheet'),
				sites: input.fileOption('sites')
			})
	},
	{
		name: 'import sites',
		operands: ['FILE'],
		options: TABLE,
		run: (input) =>
			runImport(input, { subject: 'sites', file: input.file(0), sheet: input.text('sheet') })
	}
];

function toBoundaryRequest(input: CommandInput): BoundaryRequest {
	input.required('valid-from');
	const validFrom = input.date('valid-from') ?? '';
	const validTo = input.date('valid-to') ?? null;
	if (validTo !== null && validTo < validFrom) throw new UsageError(m.command_order_wrong());
	return {
		subject: 'boundaries',
		file: input.file(0),
		level: input.level(),
		validFrom,
		validTo,
		code: input.text('code'),
		name: input.text('name'),
		crs: input.text('crs'),
		layer: input.text('layer'),
		swapAxes: input.flag('swap-axes'),
		repair: input.flag('repair') || input.text('repair-up-to') !== undefined,
		repairUpToM2: readLimit(input),
		acceptTopology: input.flag('accept-topology')
	};
}

/** @throws UsageError for what is no number of square metres */
function readLimit(input: CommandInput): number | undefined {
	const text = input.text('repair-up-to');
	if (text === undefined) return undefined;
	const limit = Number(text);
	if (!(limit > 0))
		throw new UsageError(m.command_option_wrong({ detail: `--repair-up-to ${text}` }));
	return limit;
}

async function runImport(input: CommandInput, request: ImportRequest): Promise<Outcome> {
	const options = {
		importedBy: importedBy(input),
		demonstration: input.flag('demonstration'),
		sensitivity: input.choice('label', LABELS) ?? 'internal',
		dryRun: input.flag('dry-run'),
		replaceDemonstration: input.flag('replace-demo')
	};
	return withDatabase(`import ${request.subject}`, async (database) => {
		const reports = await runImports(database, [request], options);
		if (request.subject === 'boundaries') await prepareBoundaries(database, reports);
		return toOutcome(reports);
	});
}

/** Who loads: as the user says, else as the machine knows them. */
export function importedBy(input: CommandInput): string {
	return input.text('by') ?? userInfo().username;
}

/** Builds the map's boundaries of a successful load, so that the first view need not wait for them. */
export async function prepareBoundaries(
	database: Database,
	reports: readonly ImportReport[]
): Promise<void> {
	if (!reports.every((report) => report.outcome === 'loaded')) return;
	const { frames } = await loadHistory(database.db);
	for (const frame of frames) await getFrameBoundaries(database.db, frame);
}

/** The outcome of a run is that of its worst file. */
export function toOutcome(reports: readonly ImportReport[]): Outcome {
	const refused = reports.some((report) => report.outcome === 'refused');
	return {
		exitCode: refused ? 1 : 0,
		document: {
			outcome: refused ? 'refused' : (reports[0]?.outcome ?? 'loaded'),
			reports
		},
		text: reports.map((report) => importReportText(report)).join('\n\n')
	};
}

import type { ImportReport } from '#lib/domain/import-report.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { BoundaryRequest } from '#lib/server/import/boundaries/boundary-request.ts';
import {
	runImports,
	type ImportOptions,
	type ImportRequest
} from '#lib/server/import/run-imports.ts';

/** A boundary request that needs only its file. */
export function boundaries(file: string, request: Partial<BoundaryRequest> = {}): BoundaryRequest {
	return {
		subject: 'boundaries',
		file,
		level: 'commune',
		validFrom: '2017-01-01',
		validTo: null,
		...request
	};
}

/** Loads one file as an ordinary user would. */
export async function load(
	database: Database,
	request: ImportRequest,
	options: Partial<ImportOptions> = {}
): Promise<ImportReport> {
	const [report] = await runImports(database, [request], {
		importedBy: 'test',
		demonstration: false,
		sensitivity: 'public',
		dryRun: false,
		replaceDemonstration: false,
		...options
	});
	if (!report) throw new Error('There is no report.');
	return report;
}

/** The codes of a report's problems, each once. */
export function codesOf(report: ImportReport): string[] {
	return [...new Set(report.problems.map((problem) => problem.code))];
}

import { basename } from 'node:path';
import type { ImportReport } from '#lib/domain/import-report.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** A report with file names only: reports are stored and shown, and must not reveal paths of the server. */
export function withoutFolders(report: ImportReport): ImportReport {
	return {
		...report,
		file: basename(report.file),
		problems: namedAlone(report.problems)
	};
}

/** Problems with file names only. */
export function namedAlone(problems: readonly Problem[]): Problem[] {
	return problems.map((problem) => ({ ...problem, file: basename(problem.file) }));
}

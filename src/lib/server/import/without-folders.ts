import { basename } from 'node:path';
import type { ImportReport } from '#lib/domain/import-report.ts';
import type { Problem } from '#lib/domain/problem.ts';

/** A report that names files without their folders: it is kept and shown, and tells nobody where files are. */
export function withoutFolders(report: ImportReport): ImportReport {
	return {
		...report,
		file: basename(report.file),
		problems: namedAlone(report.problems)
	};
}

/** Problems whose files are named without their folders. */
export function namedAlone(problems: readonly Problem[]): Problem[] {
	return problems.map((problem) => ({ ...problem, file: basename(problem.file) }));
}

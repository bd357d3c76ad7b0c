import type { ImportReport } from './import-report.ts';

/** A loaded file: for the list of loads, and the "source" lines of screens and downloads. */
export interface LoadedSource {
	id: number;
	subject: string;
	fileName: string;
	importedAt: string;
	importedBy: string;
	demonstration: boolean;
	sensitivity: string;
	read: number;
	written: number;
	sha256: string;
	/** Why figures of a closed period were corrected. */
	reason: string | null;
	errors: number;
	warnings: number;
}

/** A loaded file with what was said of it then. */
export interface SourceDetail extends LoadedSource {
	report: ImportReport;
}

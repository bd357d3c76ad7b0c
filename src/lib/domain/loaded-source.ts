import type { ImportReport } from './import-report.ts';
import type { IsoDate } from './period.ts';

/** What is said of a load where figures are cited: what it is about and who issued it, never the name of a file. */
export interface CitedSource {
	subject: string;
	importedAt: IsoDate;
	/** Label of who may see it, such as `internal`. */
	sensitivity: string;
	/** Bodies for which its documents are signed, the one with the most documents first. */
	issuers: readonly string[];
	/** Numbers of documents that its rows name, in order; no more than the first few. */
	documents: readonly string[];
}

/** A loaded file: for the list of loads. */
export interface LoadedSource extends CitedSource {
	id: number;
	fileName: string;
	importedBy: string;
	demonstration: boolean;
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

/** A source as it is cited, without all else that is known of the load. */
export function citedSource({
	subject,
	importedAt,
	sensitivity,
	issuers,
	documents
}: CitedSource): CitedSource {
	return { subject, importedAt, sensitivity, issuers, documents };
}

/** What a file was recognised as, before it is decided how to load it. */
export interface FileInspection {
	format: string;
	bytes: number;
	/** `unknown` where it is neither boundaries nor a table, with the problem that says why. */
	kind: 'boundaries' | 'table' | 'unknown';
	boundaries?: BoundaryInspection;
	sheets?: SheetInspection[];
	/** The load that brought this very file before. */
	loadedBefore?: { source: number; date: string };
}

export interface BoundaryInspection {
	layers: string[];
	layer: string | undefined;
	crs: string | undefined;
	features: number;
	/** Fields of the first feature with its values, as they are shown to choose from. */
	fields: { name: string; example: string }[];
	/** Fields that code and name were taken to be. */
	guessed: { code?: string | undefined; name?: string | undefined };
}

export interface SheetInspection {
	name: string;
	rows: number;
	/** What it is about, as far as its headings tell. */
	subject: string | undefined;
	/** Row of the last line of the heading. */
	headingRow: number;
	columns: {
		title: string;
		/** What the column is taken to be: a name, `figure:C01:m6` or `ignore`. */
		role: string;
		/** A person said so of such a file before. */
		remembered: boolean;
	}[];
	/** First rows as text. */
	sample: { row: number; cells: string[] }[];
	/** What stands above the table. */
	context: string;
}

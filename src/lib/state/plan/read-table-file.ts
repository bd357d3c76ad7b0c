import * as v from 'valibot';

const ROWS = v.array(v.array(v.union([v.string(), v.number()])));

/** A table's rows as they came: numbers as numbers, everything else as text. */
export type TableRows = v.InferOutput<typeof ROWS>;

/**
 * Reads a table file of any kind: the server knows them all.
 *
 * @throws Error where it is no table, or the server is away
 */
export async function readTableFile(file: File): Promise<TableRows> {
	const response = await fetch('/api/plan/table', {
		method: 'POST',
		headers: { 'x-file-name': encodeURIComponent(file.name) },
		body: file
	});
	if (!response.ok) throw new Error(`The table could not be read: ${response.status}.`);
	return v.parse(ROWS, await response.json());
}

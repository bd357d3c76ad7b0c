import type { EmbeddedClient } from './embedded/client.ts';
import { sql } from 'drizzle-orm';
import { rowsOf, type Queryable } from './database.ts';

/** A row's number and its geometry as `ST_AsBinary(geom, 'NDR')`. */
export interface NumberedGeometry {
	ordinal: number;
	wkb: Uint8Array;
}

/** So many rows are read at once, so that memory stays bounded. */
const BATCH = 1000;
/** Signature, flags and length of the header's extension in PostgreSQL's binary COPY format. */
const HEADER_BYTES = 19;

/**
 * Reads all geometries of a table with an `ordinal`, in its order.
 *
 * The embedded database hands bytes over as text, which takes twenty times as long as a binary COPY; the
 * server's driver cannot read one (its socket stays paused afterwards), and is quick enough without.
 *
 * @param table never from user input
 * @param where condition on its columns, likewise
 */
export async function* copyGeometries(
	tx: Queryable,
	table: string,
	where: string
): AsyncGenerator<NumberedGeometry> {
	const { client } = (tx as unknown as { session: { client: object } }).session;
	let last = Number.MIN_SAFE_INTEGER;
	for (;;) {
		const query = `select ordinal::int4, ST_AsBinary(geom, 'NDR') as wkb from ${table}
			where ${where} and ordinal > ${last} order by ordinal limit ${BATCH}`;
		const rows =
			'query' in client
				? await copyOut(client as Pick<EmbeddedClient, 'query'>, query)
				: await rowsOf<NumberedGeometry>(tx, sql.raw(query));
		yield* rows;
		if (rows.length < BATCH) return;
		last = rows.at(-1)!.ordinal;
	}
}

async function copyOut(
	client: Pick<EmbeddedClient, 'query'>,
	query: string
): Promise<NumberedGeometry[]> {
	const { blob } = await client.query(`COPY (${query}) TO '/dev/blob' WITH (FORMAT binary)`);
	const bytes = new Uint8Array(await blob!.arrayBuffer());
	const view = new DataView(bytes.buffer);
	const rows: NumberedGeometry[] = [];
	let at = HEADER_BYTES;
	// Each row: number of fields, then each field's length and bytes; -1 fields at the end.
	while (view.getInt16(at) > 0) {
		const size = view.getInt32(at + 10);
		rows.push({ ordinal: view.getInt32(at + 6), wkb: bytes.subarray(at + 14, at + 14 + size) });
		at += 14 + size;
	}
	return rows;
}

import { finished } from 'node:stream/promises';
import type { Transaction as EmbeddedTransaction } from '@electric-sql/pglite';
import type postgres from 'postgres';
import type { Queryable } from './database.ts';

/** Signature, flags and header extension of PostgreSQL's binary COPY format. */
const HEADER = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const TRAILER = Buffer.from([0xff, 0xff]);

/**
 * Rows are sent in batches of about this size, so that memory stays bounded for files of any length. The
 * embedded database is given larger ones, because each is a COPY of its own.
 */
const BATCH_BYTES = { embedded: 8 * 1024 * 1024, server: 1024 * 1024 };

/** A value of a binary COPY row, already in PostgreSQL's binary form; null for NULL. */
export type Field = Uint8Array | null;

export function textField(text: string): Field {
	return Buffer.from(text, 'utf8');
}

export function float8Field(value: number): Field {
	const bytes = Buffer.allocUnsafe(8);
	bytes.writeDoubleBE(value);
	return bytes;
}

const DAY_MS = 86_400_000;
/** PostgreSQL counts days from here. */
const DATE_EPOCH = Date.UTC(2000, 0, 1);

/** @param date ISO date, such as 2025-07-01 */
export function dateField(date: string): Field {
	return int4Field((Date.parse(`${date}T00:00:00Z`) - DATE_EPOCH) / DAY_MS);
}

export function boolField(value: boolean): Field {
	return Buffer.from([value ? 1 : 0]);
}

export function int4Field(value: number): Field {
	const bytes = Buffer.allocUnsafe(4);
	bytes.writeInt32BE(value);
	return bytes;
}

/**
 * Writes rows by binary COPY, on either driver, inside the given transaction.
 *
 * @param target table and columns, such as `staging (code, geom)`; never from user input
 * @returns number of rows written
 */
export async function copyRows(
	tx: Queryable,
	target: string,
	rows: AsyncIterable<Field[]> | Iterable<Field[]>
): Promise<number> {
	const { client } = (tx as unknown as { session: { client: Client } }).session;
	const writer = 'query' in client ? embeddedWriter(client, target) : serverWriter(client, target);
	let count = 0;
	let batch: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const row of rows) {
			const bytes = encodeRow(row);
			batch.push(bytes);
			size += bytes.length;
			count++;
			if (size >= writer.batchBytes) {
				await writer.write(batch);
				batch = [];
				size = 0;
			}
		}
		await writer.write(batch);
		await writer.end();
	} catch (error) {
		await writer.abort();
		throw error;
	}
	return count;
}

type Client = EmbeddedTransaction | postgres.TransactionSql;

interface BatchWriter {
	batchBytes: number;
	write(rows: Uint8Array[]): Promise<void>;
	end(): Promise<void>;
	/** Leaves the COPY after an error of either side; the transaction can only be rolled back then. */
	abort(): Promise<void>;
}

/** PGlite reads a COPY from a blob: one COPY for each batch. */
function embeddedWriter(client: EmbeddedTransaction, target: string): BatchWriter {
	return {
		batchBytes: BATCH_BYTES.embedded,
		async write(rows) {
			if (rows.length === 0) return;
			await client.query(`COPY ${target} FROM '/dev/blob' WITH (FORMAT binary)`, [], {
				blob: new Blob([HEADER, ...rows, TRAILER] as BlobPart[])
			});
		},
		end: async () => undefined,
		abort: async () => undefined
	};
}

/**
 * The server takes one stream for all batches. A batch is awaited only when the next one is there, so that
 * we read on while it works.
 */
function serverWriter(client: postgres.TransactionSql, target: string): BatchWriter {
	const query = client.unsafe(`COPY ${target} FROM STDIN WITH (FORMAT binary)`);
	const failed = failureOf(query);
	const opening = query.writable().then((stream) => {
		// The error itself arrives through `failed`.
		stream.on('error', () => undefined);
		stream.write(HEADER);
		return stream;
	});
	let sent: Promise<unknown> = opening;
	return {
		batchBytes: BATCH_BYTES.server,
		async write(rows) {
			const stream = await opening;
			await Promise.race([sent, failed]);
			sent = new Promise<void>((resolve) => stream.write(Buffer.concat(rows), () => resolve()));
		},
		async end() {
			const stream = await opening;
			await Promise.race([sent, failed]);
			stream.end(TRAILER);
			await Promise.race([finished(stream), failed]);
		},
		async abort() {
			const stream = await opening.catch(() => undefined);
			if (!stream) return;
			// Otherwise the server would wait for more rows for ever, and the rollback behind them.
			stream.destroy(new Error('The COPY was given up.'));
			await failed.catch(() => undefined);
		}
	};
}

/**
 * Rejects when the server refuses a COPY, at any time.
 *
 * The driver settles the query when the stream opens; an error that comes after the stream's end (a
 * constraint broken by the last rows) it would report to nobody, and the stream would never finish.
 */
function failureOf(query: object): Promise<never> {
	const rejectable = query as { reject: (error: unknown) => void };
	const { reject } = rejectable;
	const failed = new Promise<never>((_, fail) => {
		rejectable.reject = (error) => {
			reject(error);
			fail(error);
		};
	});
	failed.catch(() => undefined);
	return failed;
}

function encodeRow(fields: Field[]): Uint8Array {
	const size = fields.reduce((sum, field) => sum + 4 + (field?.length ?? 0), 2);
	const row = Buffer.allocUnsafe(size);
	let at = row.writeInt16BE(fields.length);
	for (const field of fields) {
		at = row.writeInt32BE(field === null ? -1 : field.length, at);
		if (field !== null) {
			row.set(field, at);
			at += field.length;
		}
	}
	return row;
}

import type { MessagePort } from 'node:worker_threads';
import type { PublicPlan } from '#lib/domain/disclosure/plan-message.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { DatabaseAccess } from '../db/database.ts';
import type { DataState } from '../queries/data-state.ts';

/** Files that take long enough to make that the server's own thread must not. */
export type ExportKind =
	| 'map'
	| 'atlas'
	| 'plan'
	| 'report'
	| 'story'
	| 'table'
	| 'table-csv'
	| 'owed'
	| 'template'
	| 'marked';

/** A requested file. */
export interface ExportOrder {
	kind: ExportKind;
	/** The address that asks for it, with its parameters. */
	address: string;
	params: Record<string, string>;
	locale: 'vi' | 'en';
	dataDir: string;
	/** What may be published; undefined for a file that is not for the public. */
	publicYears?: PublicPlan['years'] | undefined;
	/** Version of the data that the audit of a public file was made of. */
	auditedVersion?: number | undefined;
	/** State of the data while a load holds the embedded database. */
	held?: DataState | undefined;
	/** A workbook that was sent in, and what is wrong with it. */
	marked?: { file: string; problems: readonly Problem[] } | undefined;
}

/** Input of a thread of the pool for one file. */
export interface ExportTask {
	order: ExportOrder;
	access: DatabaseAccess;
	port: MessagePort;
}

export interface FileHead {
	name: string;
	/** Media type; undefined for a workbook. */
	type?: string | undefined;
	/** Version of the data that the file is made from. */
	dataVersion: number;
	/** Number of pages of an atlas. */
	pages?: number | undefined;
}

/** Messages from the thread: a whole file, or its head followed by its parts. */
export type ExportMessage =
	| { started: true }
	| { whole: FileHead; body: Uint8Array }
	| { head: FileHead }
	| { part: Uint8Array }
	| { end: true }
	| { refused: { status: number; message: string } }
	| { failed: { message: string; stack: string; code: string | undefined } };

/** Messages to the thread while it sends parts: bytes consumed, or stop. */
export type ReaderMessage = { taken: number } | { stop: true };

/** The thread draws ahead of a slow reader by this much at most. */
export const WINDOW_BYTES = 8 * 1024 ** 2;

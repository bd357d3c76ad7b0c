import type { TaskResult } from '#lib/view/data-wire.ts';
import type { ImportOptions, ImportRequest } from '../import/run-imports.ts';

/** Work on a file that takes longer than an answer may: it is done in a thread of its own. */
export type Task =
	| { kind: 'inspect'; file: string; layer?: string | undefined }
	| { kind: 'check'; request: ImportRequest; options: TaskOptions }
	| { kind: 'load'; request: ImportRequest; options: TaskOptions };

export type TaskOptions = Omit<ImportOptions, 'dryRun' | 'onPreview' | 'onProgress' | 'awaitTurn'>;

/** What the thread says. */
export type TaskMessage =
	/** The file is open; the thread waits for its turn at the database. */
	| { awaitsTurn: true }
	| { progress: { step: string; share?: number } }
	| { result: TaskResult }
	| { failed: { message: string } };

/** Message to the thread: it may use the database. */
export interface TurnMessage {
	turn: true;
}

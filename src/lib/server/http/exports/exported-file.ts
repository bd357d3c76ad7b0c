import type { FileHead } from '../../exports/messages.ts';

/** A file as it is made: whole, or part after part. */
export type ExportedFile = Pick<FileHead, 'name' | 'type' | 'pages'> &
	({ body: Uint8Array | string } | { parts: AsyncGenerator<Uint8Array> });

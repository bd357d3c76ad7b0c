import { join } from 'node:path';
import { DatabaseUnavailable } from '../unavailable.ts';
import { listSnapshots } from './snapshots.ts';

/** Describes a damaged directory, with the newest snapshot that can be restored. */
export function directoryBroken(dataDir: string, detail: string): DatabaseUnavailable {
	return new DatabaseUnavailable({
		code: 'directory-broken',
		dataDir: join(dataDir, 'pgdata'),
		snapshot: listSnapshots(dataDir).at(-1)?.file ?? '',
		detail
	});
}

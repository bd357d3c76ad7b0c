import { join } from 'node:path';
import { DatabaseUnavailable } from '../unavailable.ts';
import { listSnapshots } from './snapshots.ts';

/** What is said of a damaged directory: the newest copy is the way out. */
export function directoryBroken(dataDir: string, detail: string): DatabaseUnavailable {
	return new DatabaseUnavailable({
		code: 'directory-broken',
		dataDir: join(dataDir, 'pgdata'),
		snapshot: listSnapshots(dataDir).at(-1)?.file ?? '',
		detail
	});
}

import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Systems refuse longer paths of sockets. */
const MAX_PATH = 100;

/** The local socket by which commands reach a running server's embedded database. */
export function socketPath(dataDir: string): string {
	const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
	if (process.platform === 'win32') return `\\\\.\\pipe\\diaban-${name}`;
	const path = join(dataDir, 'database.sock');
	return path.length <= MAX_PATH ? path : join(tmpdir(), `diaban-${name}.sock`);
}

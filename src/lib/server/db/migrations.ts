import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { resourcePath } from '../resources.ts';

export const MIGRATIONS_FOLDER = resourcePath('drizzle');

/** Changes whenever a migration does. */
export function migrationsHash(): string {
	const hash = createHash('sha256');
	for (const file of readdirSync(MIGRATIONS_FOLDER).sort()) {
		if (file.endsWith('.sql')) hash.update(readFileSync(resolve(MIGRATIONS_FOLDER, file)));
	}
	return hash.digest('hex').slice(0, 16);
}

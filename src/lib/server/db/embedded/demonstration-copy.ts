import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cachePath, filesOfBuild } from '../../resources.ts';
import { migrationsHash } from '../migrations.ts';

/**
 * Where the ready copy of a database with the demonstration data is, or would be. Its name changes with all that it is
 * made from: migrations, data and the programs that load them.
 *
 * @returns undefined in the project itself, whose programs are not compiled
 */
export function demonstrationCopyPath(): string | undefined {
	const files = filesOfBuild(['threads/prepare-cache.js', 'data/demo', 'data/catalogue']);
	if (!files) return undefined;
	const hash = createHash('sha256').update(migrationsHash());
	for (const path of files) hash.update(readFileSync(path));
	return cachePath(`demonstration-${hash.digest('hex').slice(0, 16)}.tar.gz`);
}

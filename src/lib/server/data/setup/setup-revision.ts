import { createHash } from 'node:crypto';
import type { StoredSetup } from '#lib/domain/setup/setup.ts';

/** Names a set-up by its content: two that say the same have the same. */
export function setupRevision(setup: StoredSetup): string {
	return createHash('sha256').update(JSON.stringify(setup)).digest('hex').slice(0, 16);
}

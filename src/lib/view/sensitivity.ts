import type { LoadedSource } from '#lib/domain/loaded-source.ts';
import { m } from '#lib/paraglide/messages.js';

/** For whom a file is written, and from what. */
export interface Readers {
	/** Small counts, and what would tell them, are left out. */
	forPublic: boolean;
	sources: readonly Pick<LoadedSource, 'sensitivity'>[];
}

/** Who may read a file: the most closed label of its sources, unless it is written for the public. */
export function sensitivityLabel({ forPublic, sources }: Readers): string {
	return forPublic || sources.every(({ sensitivity }) => sensitivity === 'public')
		? m.sheet_public()
		: m.sheet_internal();
}

import type { ShownStatus } from './status.ts';

/** What a merged unit is made of: how many of its former units were in which state when they merged. */
export type Composition = ReadonlyMap<ShownStatus, number>;

/** Counts states; `succeeded` never appears, because the state before the merger is what counts. */
export function composeStatuses(statuses: readonly ShownStatus[]): Composition {
	const counts = new Map<ShownStatus, number>();
	for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
	return counts;
}

/** The one state that all members share, if they do. */
export function findCommonStatus(composition: Composition): ShownStatus | undefined {
	return composition.size === 1 ? [...composition.keys()][0] : undefined;
}

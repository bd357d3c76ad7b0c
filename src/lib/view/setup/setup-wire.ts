import * as v from 'valibot';
import type { KnownProvince } from '#lib/domain/setup/province-settings.ts';
import type { SetupChange } from '#lib/domain/setup/setup-change.ts';
import type { SetupFault } from '#lib/domain/setup/setup-fault.ts';
import type { StoredSetup } from '#lib/domain/setup/setup.ts';
import type { SetupUses, UsedRemoval } from '#lib/domain/setup/setup-uses.ts';

/** What the server and the page of the set-up tell each other, as JSON. */

/** The set-up as it is. */
export interface SetupWire {
	setup: StoredSetup;
	/** Names it by its content. */
	revision: string;
}

/** What was saved before, what data hangs on, and the provinces that can be chosen. */
export interface SetupContext {
	changes: SetupChange[];
	uses: SetupUses;
	provinces: KnownProvince[];
}

/** Asks to save; the set-up in it is read by `readSetup`, which names every fault. */
const SaveRequestSchema = v.object({
	setup: v.unknown(),
	/** The revision that it was made from. */
	basedOn: v.string(),
	changedBy: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80))
});
export type SaveRequest = v.InferOutput<typeof SaveRequestSchema>;

/** A request as it was sent in; undefined where it is none. */
export function readSaveRequest(sent: unknown): SaveRequest | undefined {
	const result = v.safeParse(SaveRequestSchema, sent);
	return result.success ? result.output : undefined;
}

/** What became of it. */
export type SaveAnswer =
	| { outcome: 'saved' | 'unchanged'; saved: SetupWire }
	| { outcome: 'faulty'; faults: SetupFault[] }
	| { outcome: 'in-use'; removals: UsedRemoval[] }
	| { outcome: 'stale' };

import type { IsoDate } from '../period.ts';
import type { StoredSetup } from './setup.ts';

/** One saving of the set-up. */
export interface SetupChange {
	id: number;
	changedBy: string;
	changedAt: IsoDate;
	/** Null where it is not known. */
	before: StoredSetup | null;
	after: StoredSetup;
}

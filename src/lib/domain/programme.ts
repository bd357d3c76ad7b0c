import type { IsoDate } from './period.ts';

/** A phase of a province's programme on a track. */
export interface Programme {
	track: string;
	startsOn: IsoDate;
	/** Null while no end is set. */
	endsOn: IsoDate | null;
}

/**
 * The first day of the earliest phase in which anything happened; undefined where nothing did in any.
 *
 * @param days on which something happened, in any order
 */
export function programmeBegan(
	programmes: readonly Programme[],
	days: readonly IsoDate[]
): IsoDate | undefined {
	return programmes
		.filter(({ startsOn, endsOn }) =>
			days.some((day) => startsOn <= day && (endsOn === null || day <= endsOn))
		)
		.map(({ startsOn }) => startsOn)
		.sort()[0];
}

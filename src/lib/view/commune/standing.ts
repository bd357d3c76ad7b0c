import type { IsoDate } from '#lib/domain/period.ts';
import type { ShownStatus } from '#lib/domain/status.ts';
import type { AroundPiece, CommuneEvidence } from '../evidence-wire.ts';
import { KEPT, REACHED, RELAPSED } from '../status-sum.ts';

/** Where a commune stands on a track: its own record, or that of the former communes that it was made of. */
export type Standing =
	| { own: ShownStatus; since: IsoDate | undefined }
	| {
			formers: readonly AroundPiece[];
			/** Recognised, whatever came after. */
			reached: readonly AroundPiece[];
			kept: readonly (AroundPiece & { since: IsoDate | undefined })[];
			relapsed: readonly AroundPiece[];
			/** Ever on the track, and never recognised. */
			open: readonly AroundPiece[];
	  };

const is = (statuses: readonly string[], status: string) => statuses.includes(status);

/** @param day last day in view: what took effect later is not known yet */
export function standingOf(
	{ details, around }: Pick<CommuneEvidence, 'details' | 'around'>,
	track: string,
	day: IsoDate
): Standing | undefined {
	const pieces = around.find(({ id }) => id === details.unit.id)?.pieces ?? [];
	const events = (details.records.find((record) => record.track === track)?.events ?? []).filter(
		({ effectiveDate }) => effectiveDate <= day
	);
	const formers = pieces.filter(({ former }) => former);
	if (formers.length === 0) {
		const [own] = pieces;
		return own && { own: own.status, since: events.at(-1)?.effectiveDate };
	}
	const reached = formers.filter(({ status }) => is(REACHED, status));
	/** The first day of the states that it has kept since. */
	const keptSince = (id: number) => {
		const list = events.filter(({ unitId }) => unitId === id);
		const before = list.findLastIndex(({ status }) => !is([...KEPT, 'succeeded'], status));
		return list[before + 1]?.effectiveDate;
	};
	return {
		formers,
		reached,
		kept: reached
			.filter(({ status }) => is(KEPT, status))
			.map((piece) => ({ ...piece, since: keptSince(piece.id) })),
		relapsed: reached.filter(({ status }) => is(RELAPSED, status)),
		open: formers.filter(
			({ status }) => !is(REACHED, status) && status !== 'none' && status !== 'succeeded'
		)
	};
}

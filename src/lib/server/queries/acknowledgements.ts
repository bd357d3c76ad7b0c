import { desc, eq, sql } from 'drizzle-orm';
import type { Acknowledgement } from '#lib/domain/watch/acknowledgement.ts';
import type { Queryable } from '../db/database.ts';
import { watchAcknowledgement } from '../db/schema.ts';

/** An acknowledgement as it is kept: with the unit's code and first day. */
export type KeptAcknowledgement = Omit<Acknowledgement, 'unitId'> & {
	unitCode: string;
	unitFrom: string;
};

/** Everything that was acknowledged on a track, the latest first. */
export function listAcknowledgements(db: Queryable, track: string): Promise<KeptAcknowledgement[]> {
	const kept = watchAcknowledgement;
	return db
		.select({
			id: kept.id,
			unitCode: kept.unitCode,
			unitFrom: kept.unitFrom,
			direction: kept.direction,
			firstSeen: kept.firstSeen,
			acknowledgedIn: kept.acknowledgedIn,
			reason: kept.reason,
			writtenBy: kept.writtenBy,
			writtenAt: sql<string>`to_char(${kept.writtenAt}, 'YYYY-MM-DD')`
		})
		.from(kept)
		.where(eq(kept.trackCode, track))
		.orderBy(desc(kept.writtenAt), desc(kept.id));
}

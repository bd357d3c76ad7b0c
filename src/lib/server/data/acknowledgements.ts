import { desc, eq, sql } from 'drizzle-orm';
import type { Acknowledgement, AcknowledgementRequest } from '#lib/domain/watch/acknowledgement.ts';
import type { Queryable } from '../db/database.ts';
import { watchAcknowledgement } from '../db/schema.ts';
import type { RemarkedUnit } from './remarks.ts';

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

/**
 * Keeps that a person looked at an alarm. Who comes second changes nothing.
 *
 * @param acknowledgedIn last month that is known: `2026-10`
 */
export async function addAcknowledgement(
	db: Queryable,
	unit: RemarkedUnit,
	track: string,
	acknowledgedIn: string,
	{ direction, firstSeen, reason, writtenBy }: AcknowledgementRequest
): Promise<void> {
	await db
		.insert(watchAcknowledgement)
		.values({
			unitCode: unit.code,
			unitFrom: unit.validFrom,
			trackCode: track,
			...{ direction, firstSeen, acknowledgedIn, reason, writtenBy }
		})
		.onConflictDoNothing();
}

/** Takes an acknowledgement back; one that is gone already stays so. */
export async function deleteAcknowledgement(db: Queryable, id: number): Promise<void> {
	await db.delete(watchAcknowledgement).where(eq(watchAcknowledgement.id, id));
}

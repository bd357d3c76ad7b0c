import { eq } from 'drizzle-orm';
import type { AcknowledgementRequest } from '#lib/domain/watch/acknowledgement.ts';
import type { Queryable } from '../db/database.ts';
import { watchAcknowledgement } from '../db/schema.ts';
import type { RemarkedUnit } from './remarks.ts';

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
			direction,
			firstSeen,
			acknowledgedIn,
			reason,
			writtenBy
		})
		.onConflictDoNothing();
}

/** Takes an acknowledgement back; one that is gone already stays so. */
export async function deleteAcknowledgement(db: Queryable, id: number): Promise<void> {
	await db.delete(watchAcknowledgement).where(eq(watchAcknowledgement.id, id));
}

import * as v from 'valibot';
import { cleanLine, cleanText } from '../clean-text.ts';
import { parseMonth } from '../period.ts';
import { rowNumber } from '../row-number.ts';
import { WATCH_DIRECTIONS } from './watch-log.ts';

/** Longest reason and name, in characters. */
export const ACKNOWLEDGEMENT_LIMITS = { reason: 1000, writtenBy: 80 } as const;

const MonthText = v.pipe(
	v.string(),
	v.check((text) => parseMonth(text) !== undefined)
);

/** What a page sends when a person has looked at an alarm. */
const Request = v.object({
	unitId: rowNumber,
	direction: v.picklist(WATCH_DIRECTIONS),
	/** Month in which the alarm was first seen: `2026-03`. */
	firstSeen: MonthText,
	reason: v.pipe(
		v.string(),
		v.transform((text) => cleanText(text).trim().normalize('NFC')),
		v.minLength(1),
		v.maxLength(ACKNOWLEDGEMENT_LIMITS.reason)
	),
	writtenBy: v.pipe(
		v.string(),
		v.transform(cleanLine),
		v.minLength(1),
		v.maxLength(ACKNOWLEDGEMENT_LIMITS.writtenBy)
	)
});
export type AcknowledgementRequest = v.InferOutput<typeof Request>;

/** Reads what was sent in; undefined where something is missing or too long. */
export function readAcknowledgement(sent: unknown): AcknowledgementRequest | undefined {
	const read = v.safeParse(Request, sent);
	return read.success ? read.output : undefined;
}

/** Which acknowledgement a person takes back. */
const Taken = v.object({ id: rowNumber });

/** Reads the id of an acknowledgement that is taken back. */
export function readTaken(sent: unknown): number | undefined {
	const read = v.safeParse(Taken, sent);
	return read.success ? read.output.id : undefined;
}

/** An alarm that a person looked at. */
export interface Acknowledgement extends AcknowledgementRequest {
	id: number;
	/** Last month that was known then: `2026-10`. */
	acknowledgedIn: string;
	/** Day on which it was written. */
	writtenAt: string;
}

import { cleanLine, cleanText } from './clean-text.ts';

/** What a person noted about a commune. */
export interface Remark {
	id: number;
	text: string;
	writtenBy: string;
	/** Day on which it was written. */
	writtenAt: string;
}

/** Longest remark and longest name, in characters. */
export const REMARK_LIMITS = { text: 4000, writtenBy: 80 } as const;

/** A remark as it was sent in, clean and trimmed; undefined where text or name is missing or too long. */
export function readRemark(sent: unknown): Pick<Remark, 'text' | 'writtenBy'> | undefined {
	if (typeof sent !== 'object' || sent === null) return undefined;
	const { text, writtenBy } = sent as Partial<Record<'text' | 'writtenBy', unknown>>;
	if (typeof text !== 'string' || typeof writtenBy !== 'string') return undefined;
	const remark = {
		text: cleanText(text).trim().normalize('NFC'),
		writtenBy: cleanLine(writtenBy)
	};
	const fits = (['text', 'writtenBy'] as const).every(
		(field) => remark[field].length > 0 && remark[field].length <= REMARK_LIMITS[field]
	);
	return fits ? remark : undefined;
}

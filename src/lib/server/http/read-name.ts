import { cleanLine, cleanText } from '#lib/domain/clean-text.ts';

/** Longest name of a person, in characters. */
const LONGEST = 80;

/** Who did something, as it was sent in: one clean line, `–` where nobody is named. */
export function readName(sent: unknown): string {
	const name = typeof sent === 'string' ? cleanText(cleanLine(sent).slice(0, LONGEST)) : '';
	return name === '' ? '–' : name;
}

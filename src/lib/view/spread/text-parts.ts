/** A piece of a sentence, and what it leads to. */
export interface TextPart<Link extends string> {
	text: string;
	link?: Link;
}

/** Around a part while it stands in its sentence; no message holds them. */
const [OPEN, CLOSE] = ['\u0002', '\u0003'];

/** Wraps a phrase that goes into a sentence, so that `splitParts` finds it again. */
export function linkPart(link: string, text: string): string {
	return `${OPEN}${link} ${text}${CLOSE}`;
}

/**
 * Cuts a sentence into what is linked and what is not, in the order of its language.
 *
 * @example splitParts(`${linkPart('sites', '2 sites')}.`, ['sites']) // [{ text: '2 sites', link: 'sites' }, { text: '.' }]
 */
export function splitParts<Link extends string>(
	sentence: string,
	links: readonly Link[]
): TextPart<Link>[] {
	return sentence
		.split(new RegExp(`(${OPEN}[^${CLOSE}]*${CLOSE})`, 'u'))
		.filter((piece) => piece !== '')
		.map((piece) => {
			if (!piece.startsWith(OPEN)) return { text: piece };
			const [name = '', ...words] = piece.slice(1, -1).split(' ');
			const link = links.find((each) => each === name);
			return { text: words.join(' '), ...(link === undefined ? {} : { link }) };
		});
}

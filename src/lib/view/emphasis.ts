/** A piece of a sentence, with whether it is said with weight. */
export interface SpokenPart {
	text: string;
	strong: boolean;
}

/**
 * Cuts a sentence at pairs of `**`, between which its weight lies.
 *
 * @example emphasised('Cases **fell**.') // [{ text: 'Cases ', strong: false }, { text: 'fell', strong: true }, …]
 */
export function emphasised(sentence: string): SpokenPart[] {
	return sentence
		.split('**')
		.map((text, at) => ({ text, strong: at % 2 === 1 }))
		.filter(({ text }) => text !== '');
}

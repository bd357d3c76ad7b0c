/** Mean width of a letter, as a share of the height of the type. */
const LETTER = 0.5;

/**
 * Lines of a width; a word that is longer stands alone.
 *
 * @param width in the unit of `size`, which is the height of the type
 */
export function wrap(content: string, width: number, size: number): string[] {
	const most = Math.max(1, Math.floor(width / (size * LETTER)));
	const lines: string[] = [];
	for (const word of content.split(' ')) {
		const last = lines.at(-1);
		if (last !== undefined && `${last} ${word}`.length <= most) {
			lines[lines.length - 1] = `${last} ${word}`;
		} else lines.push(word);
	}
	return lines;
}

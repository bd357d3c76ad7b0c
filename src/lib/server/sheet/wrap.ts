import { estimateTextWidth } from '#lib/view/labels/text-width.ts';

/**
 * Lines of a width; a word that is longer stands alone.
 *
 * @param width in the unit of `size`, which is the height of the type
 */
export function wrap(content: string, width: number, size: number, bold = false): string[] {
	const lines: string[] = [];
	for (const word of content.split(' ')) {
		const last = lines.at(-1);
		if (last !== undefined && estimateTextWidth(`${last} ${word}`, size, bold) <= width) {
			lines[lines.length - 1] = `${last} ${word}`;
		} else lines.push(word);
	}
	return lines;
}

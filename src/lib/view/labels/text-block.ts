import type { MeasureText } from './label-types.ts';

/** Vietnamese stacks accents over capitals, so that lines need this much of the type's size. */
const LINE_HEIGHT = 1.15;

/** A text set in one line or more, in pixels. */
export interface TextBlock {
	readonly lines: readonly string[];
	readonly width: number;
	readonly height: number;
	readonly fontPx: number;
	readonly bold: boolean;
}

/** A text in one line. */
export function oneLine(
	text: string,
	fontPx: number,
	bold: boolean,
	measure: MeasureText
): TextBlock {
	return block([text], fontPx, bold, measure);
}

/** A text in two lines, broken at the space that leaves the longer one shortest; undefined without a space. */
export function twoLines(
	text: string,
	fontPx: number,
	bold: boolean,
	measure: MeasureText
): TextBlock | undefined {
	const words = text.split(' ').filter((word) => word !== '');
	let best: TextBlock | undefined;
	for (let at = 1; at < words.length; at++) {
		const lines = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
		const broken = block(lines, fontPx, bold, measure);
		if (!best || broken.width < best.width) best = broken;
	}
	return best;
}

function block(
	lines: readonly string[],
	fontPx: number,
	bold: boolean,
	measure: MeasureText
): TextBlock {
	const width = Math.max(...lines.map((line) => measure(line, fontPx, bold)));
	return { lines, width, height: lines.length * LINE_HEIGHT * fontPx, fontPx, bold };
}

import { PAPER_NAMES, paperSize, SIDES } from '../sheet/paper.ts';
import type { SheetForm } from '../sheet/map-sheet.ts';

/** The largest of the scales that pictures come in. */
const MOST = 4;
/** The longer side of a picture has no more pixels than this: one of 18,000 takes two gigabytes to draw. */
const MAX_PIXELS = 9000;
/** Pixels of a millimetre at scale 1. */
const PIXELS_PER_MM = 96 / 25.4;

/**
 * Reads how a sheet is wanted: `paper`, `side`, `sign`, `numbers`, `grid` and `scale`; whatever is unknown is as on A4 landscape. On
 * large papers the scale is no larger than pictures can be.
 */
export function readSheetForm({ searchParams }: URL): SheetForm & { scale: number } {
	const asked = Number(searchParams.get('scale') ?? 2);
	const paper = PAPER_NAMES.find((name) => name === searchParams.get('paper')) ?? 'A4';
	const largest = Math.floor(MAX_PIXELS / (paperSize(paper, 'landscape').width * PIXELS_PER_MM));
	const scale = Number.isInteger(asked) && asked >= 1 && asked <= MOST ? asked : 2;
	return {
		paper,
		side: SIDES.find((side) => side === searchParams.get('side')) ?? 'landscape',
		signed: searchParams.get('sign') === '1',
		numbers: searchParams.get('numbers') !== '0',
		grid: searchParams.get('grid') === '1',
		scale: Math.min(scale, Math.max(1, largest))
	};
}

import { PAPER_NAMES, SIDES } from '../sheet/paper.ts';
import type { SheetForm } from '../sheet/map-sheet.ts';

/** The largest of the scales that pictures come in; a sheet larger than A4 has as many pixels all the same. */
const MOST = 4;

/** Reads how a sheet is wanted: `paper`, `side`, `sign` and `scale`; whatever is unknown is as on A4 landscape. */
export function readSheetForm({ searchParams }: URL): SheetForm & { scale: number } {
	const scale = Number(searchParams.get('scale') ?? 2);
	return {
		paper: PAPER_NAMES.find((name) => name === searchParams.get('paper')) ?? 'A4',
		side: SIDES.find((side) => side === searchParams.get('side')) ?? 'landscape',
		signed: searchParams.get('sign') === '1',
		scale: Number.isInteger(scale) && scale >= 1 && scale <= MOST ? scale : 2
	};
}

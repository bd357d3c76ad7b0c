import type pptxgen from 'pptxgenjs';
import type { PlanSlide } from '#lib/domain/story/plan-slide.ts';
import { m } from '#lib/paraglide/messages.js';
import { decisionText } from '#lib/view/story-text.ts';
import { FONT, imageOf, INK, SIDE } from './layout.ts';

/** The map of a plan at the left; at the right whether it was decided, and its communes as a table. */
export function addPlan(page: pptxgen.Slide, slide: PlanSlide, png: Uint8Array | undefined) {
	if (png) page.addImage(imageOf(png, m.annex_map()));
	const cell = {
		fontFace: FONT,
		fontSize: slide.communes.length <= PLAN_LINES ? 12 : 10,
		color: INK
	};
	page.addText(decisionText(slide), {
		x: SIDE.x,
		y: 1.35,
		w: SIDE.w,
		h: 0.6,
		fontSize: 14,
		bold: true,
		color: INK,
		fontFace: FONT,
		valign: 'top'
	});
	page.addTable(
		planRows(slide).map((row) => row.map((text) => ({ text, options: cell }))),
		{
			x: SIDE.x,
			y: 2,
			w: SIDE.w,
			autoPage: false,
			margin: 0.02,
			border: { type: 'solid', pt: 0.5, color: 'CCCCCC' }
		}
	);
}

/** So many lines have room beside the map, and so many columns of names. */
const PLAN_LINES = 18;
const PLAN_COLUMNS = 3;

/** Communes with their districts while they fit; names alone in columns where they are more. */
function planRows({ communes }: PlanSlide): string[][] {
	if (communes.length <= PLAN_LINES) return communes.map(({ name, group }) => [name, group]);
	const names = communes.map(({ name }) => name);
	const most = PLAN_LINES * PLAN_COLUMNS;
	if (names.length > most) {
		const rest = names.splice(most - 1).length;
		names.push(`… + ${rest}`);
	}
	const columns = Math.min(PLAN_COLUMNS, Math.ceil(names.length / PLAN_LINES));
	const lines = Math.ceil(names.length / columns);
	return Array.from({ length: lines }, (_line, at) =>
		Array.from({ length: columns }, (_column, column) => names[column * lines + at] ?? '')
	);
}

import { PATTERN_INKS } from '#lib/view/pattern-inks.ts';
import type { Cover, Mark, Sheet } from './marks.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { FONT_FAMILY } from './fonts.ts';
import { bandsSvg, patternSvg } from './pattern-svg.ts';
import { BANDS_MM, MM_PER_PIXEL } from './tiles.ts';

/**
 * A sheet as SVG: its size in millimetres, its units millimetres too, text as text.
 *
 * @param style what stands in its style sheet, such as fonts of its own
 */
export function sheetSvg({ width, height, title, marks }: Sheet, style = ''): string {
	const covers = new Map<string, string>();
	const body = marks.map((mark) => markSvg(mark, covers)).join('\n');
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" role="img" font-family="'${FONT_FAMILY}', sans-serif">
<title>${escapeMarkup(title)}</title>
${style === '' ? '' : `<style>${style}</style>\n`}<defs>${[...covers.values()].join('')}</defs>
<rect width="${width}" height="${height}" fill="#ffffff"/>
${body}
</svg>
`;
}

function markSvg(mark: Mark, covers: Map<string, string>): string {
	switch (mark.kind) {
		case 'area': {
			const d = ringsText(mark.rings);
			const path = (more: string) => `<path d="${d}" fill-rule="evenodd" ${more}/>`;
			const line = `stroke="${mark.stroke}" stroke-width="${round(mark.width)}" stroke-linejoin="round"`;
			return mark.cover
				? path(`fill="${mark.fill}"`) + path(`fill="url(#${coverId(mark.cover, covers)})" ${line}`)
				: path(`fill="${mark.fill}" ${line}`);
		}
		case 'backdrop':
			return `<g>${mark.areas.map((area) => markSvg(area, covers)).join('')}</g>`;
		case 'window': {
			const { x, y, width, height } = mark.box;
			const [left, top, wide, high] = [x, y, width, height].map(round);
			const inside = mark.marks.map((each) => markSvg(each, covers)).join('');
			return `<svg x="${left}" y="${top}" width="${wide}" height="${high}" viewBox="${left} ${top} ${wide} ${high}">${inside}</svg>`;
		}
		case 'clip': {
			const inside = mark.marks.map((each) => markSvg(each, covers)).join('');
			return `<g clip-path="url(#${clipId(mark.rings, covers)})">${inside}</g>`;
		}
		case 'shade':
			return `<path d="${ringsText(mark.rings)}" fill-rule="evenodd" fill="${mark.fill}" fill-opacity="${mark.opacity}"/>`;
		case 'line':
			return `<path d="M${pointsText(mark.points)}" fill="none" stroke="${mark.stroke}" stroke-width="${round(mark.width)}" stroke-linejoin="round" stroke-linecap="round"/>`;
		case 'text': {
			const { x, y, size, bold, anchor, color, halo } = mark;
			const seam = halo
				? ` stroke="${halo}" stroke-width="${round(size * 0.25)}" stroke-linejoin="round" paint-order="stroke"`
				: '';
			return `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}"${bold ? ' font-weight="700"' : ''}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`} fill="${color}"${seam}>${escapeMarkup(mark.text)}</text>`;
		}
	}
}

/** Registers what lies over an area once, however many areas have it. */
function coverId(cover: Cover, covers: Map<string, string>): string {
	const key = JSON.stringify(cover);
	const id = `cover-${[...covers.keys(), key].indexOf(key)}`;
	if (!covers.has(key)) covers.set(key, coverSvg(cover, id));
	return id;
}

/** Registers what marks are cut off at. */
function clipId(
	rings: readonly (readonly [number, number])[][],
	covers: Map<string, string>
): string {
	const d = ringsText(rings);
	const id = `clip-${covers.size}`;
	covers.set(id, `<clipPath id="${id}"><path d="${d}" clip-rule="evenodd"/></clipPath>`);
	return id;
}

function ringsText(rings: readonly (readonly [number, number])[][]): string {
	return rings.map((ring) => `M${pointsText(ring)}Z`).join('');
}

function coverSvg(cover: Cover, id: string): string {
	if ('bands' in cover) return bandsSvg(id, cover.bands, BANDS_MM);
	const ink = PATTERN_INKS[cover.pattern];
	return patternSvg(id, ink, { side: ink.tile * MM_PER_PIXEL, color: ink.color.light });
}

/** Points relative to each other: half as long as absolute ones. */
function pointsText(points: readonly (readonly [number, number])[]): string {
	let [lastX, lastY] = [0, 0];
	return points
		.map(([x, y], at) => {
			const [hx, hy] = [Math.round(x * 100), Math.round(y * 100)];
			const text =
				at === 0 ? `${hx / 100} ${hy / 100}l` : `${(hx - lastX) / 100} ${(hy - lastY) / 100}`;
			[lastX, lastY] = [hx, hy];
			return text;
		})
		.join(' ')
		.replaceAll('l ', 'l');
}

function round(value: number): number {
	return Math.round(value * 1000) / 1000;
}

import type { PlacedLabel, Point } from '#lib/view/labels/label-types.ts';
import { INK, PAPER, RELAPSE } from '#lib/view/palette.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { FONT_FAMILY } from '../sheet/fonts.ts';

/** Colours as values of CSS, for a picture of one appearance or a page of both. */
export interface NameInks {
	ink: string;
	halo: string;
	relapse: string;
}

const DAY: NameInks = { ink: INK.light, halo: PAPER.light, relapse: RELAPSE.light };

/** Placed names with their leaders, and the diamonds of relapses, as SVG. */
export function namesSvg(
	labels: readonly PlacedLabel[],
	marks: readonly Point[],
	factor: number,
	inks: NameInks = DAY
): string {
	const thick = Math.sqrt(factor);
	const colorOf = ({ tone }: PlacedLabel) => (tone === 'relapse' ? inks.relapse : inks.ink);
	const size = 6 * thick;
	return [
		...labels.flatMap((label) => {
			if (!label.leader) return [];
			const points = label.leader.points.map((point) => point.map(round).join()).join(' ');
			const [x, y] = label.leader.dot;
			const color = colorOf(label);
			return `<polyline points="${points}" style="fill:none;stroke:${color}"/><circle cx="${round(x)}" cy="${round(y)}" r="${round(1.8 * thick)}" style="fill:${color}"/>`;
		}),
		...marks.map(
			([x, y]) =>
				`<path d="M${round(x)} ${round(y - size)}L${round(x + size)} ${round(y)} ${round(x)} ${round(y + size)} ${round(x - size)} ${round(y)}Z" style="fill:${inks.relapse};stroke:${inks.halo};stroke-width:${round(3.6 * thick)};paint-order:stroke"/>`
		),
		...labels.flatMap((label) =>
			label.lines.map((line, at) => {
				const y = label.y - label.height / 2 + (label.height / label.lines.length) * (at + 0.5);
				const style = `fill:${colorOf(label)};stroke:${inks.halo};stroke-width:${round(3.2 * thick)};stroke-linejoin:round;paint-order:stroke`;
				// A baseline so far below the middle stands as `dominant-baseline: central` does.
				return `<text x="${round(textX(label))}" y="${round(y + 0.36 * label.fontPx)}" text-anchor="${label.leader?.align ?? 'middle'}" font-family="${FONT_FAMILY}" font-size="${round(label.fontPx)}" font-weight="${label.bold ? 700 : 400}" style="${style}">${escapeMarkup(line)}</text>`;
			})
		)
	].join('');
}

function textX({ x, width, leader }: PlacedLabel): number {
	if (!leader) return x;
	return leader.align === 'end' ? x + width / 2 : x - width / 2;
}

const round = (value: number) => Math.round(value * 10) / 10;

import { escapeMarkup } from '../../escape-markup.ts';
import type { SlideChart } from '../slide-chart.ts';

/** No class has it. */
const NO_CODE = 255;

type MarkChart = Extract<SlideChart, { kind: 'marks' }>;

/**
 * A chart of marks as SVG: what it says of a commune stands in `data-text`, the code of its class in
 * `data-code`; the page that it stands in gives the colours.
 */
export function chartSvg({ title, notes, plot, codes, lit }: MarkChart): string {
	const { width, height, left, right, bottom } = plot;
	const text = (x: number, y: number, words: string, anchor = 'start') =>
		`<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escapeMarkup(words)}</text>`;
	const line = (kind: string, x1: number, y1: number, x2: number, y2: number) =>
		`<line class="${kind}" x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"/>`;
	return [
		`<svg viewBox="0 0 ${width} ${round(height)}" role="img" aria-label="${escapeMarkup([title, ...notes].join('. '))}">`,
		...plot.yTicks.map(({ at, label }) => text(left - 5, at + 3.5, label, 'end')),
		...plot.yTicks.map(({ at }) => line('grid', left, at, right, at)),
		...plot.xTicks.map(({ at, label }) => text(at, bottom + 14, label, 'middle')),
		...plot.xTicks.map(({ at }) => line('grid', at, bottom, at, bottom + 3)),
		text(right, bottom + 29, plot.xTitle, 'end'),
		text(2, 10, plot.yTitle),
		...plot.curves.map(
			({ kind, points }) =>
				`<polyline class="${kind}" points="${points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')}"/>`
		),
		...plot.marks.map(({ unitId, x, y, text: words }, at) => {
			const beside = lit !== undefined && lit !== unitId ? ' class="off"' : '';
			return `<circle${beside} cx="${round(x)}" cy="${round(y)}" r="${round(plot.radius)}" data-code="${codes[at] ?? NO_CODE}" data-text="${escapeMarkup(words)}"/>`;
		}),
		'</svg>'
	].join('');
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}

import type JSZip from 'jszip';
import type pptxgen from 'pptxgenjs';
import { MAP_CLASSES } from '#lib/domain/map-class.ts';
import { m } from '#lib/paraglide/messages.js';
import { classLabel } from '#lib/view/class-label.ts';
import { INK, paintOf } from '#lib/view/palette.ts';
import type { Curve, Plot } from '#lib/view/plots/plot.ts';
import type { SlideChart } from '../slide-chart.ts';

type MarkChart = Extract<SlideChart, { kind: 'marks' }>;

/** A row of a chart's table: a figure along x, and one along y in the column of its series. */
interface Series {
	name: string;
	color: string;
	/** Without a y where a line breaks off. */
	points: [x: number, y: number | undefined][];
}

const CURVE_NAMES: Record<Curve['kind'], () => string> = {
	common: m.plot_curve_common,
	'limit-95': m.plot_curve_limit95,
	'limit-998': m.plot_curve_limit998,
	even: m.plot_curve_even
};
const CURVE_INK = INK.light.slice(1).toUpperCase();
/** So many points of a curve are enough for a line. */
const CURVE_POINTS = 120;
/** Points across a mark for each pixel of its radius on the screen. */
const MARK_POINTS = 2.3;
/** For marks of a class as pale as the paper. */
const PALE_MARK = '#b9b5ac';
const FONT = 'Arial';

/** A chart of marks as a chart of PowerPoint: a series a class, in the map's colours, and the curves. */
export function addPlot(
	deck: pptxgen,
	page: pptxgen.Slide,
	chart: MarkChart,
	box: { x: number; y: number; w: number; h: number }
): void {
	const { plot } = chart;
	const series = [...marksByClass(chart), ...curvesByKind(plot)];
	const rows = series.flatMap(({ points }, column) => points.map((point) => ({ point, column })));
	page.addChart(
		deck.ChartType.scatter,
		[
			{ name: plot.xTitle, values: rows.map(({ point: [x] }) => cell(x)) },
			...series.map(({ name }, at) => ({
				name,
				values: rows.map(({ point, column }) => cell(column === at ? point[1] : undefined))
			}))
		],
		{
			...box,
			chartColors: series.map(({ color }) => color),
			lineSize: 0,
			lineDataSymbol: 'circle',
			lineDataSymbolSize: Math.round(MARK_POINTS * plot.radius),
			lineDataSymbolLineColor: '8D8A83',
			displayBlanksAs: 'gap',
			showLegend: true,
			legendPos: 'r',
			legendFontSize: 12,
			legendFontFace: FONT,
			valGridLine: { color: 'E4E1D9', size: 0.5 },
			catGridLine: { style: 'none' },
			showCatAxisTitle: true,
			catAxisTitle: plot.xTitle,
			catAxisTitleFontSize: 12,
			showValAxisTitle: true,
			valAxisTitle: plot.yTitle || m.plot_axis_communes(),
			valAxisTitleFontSize: 12,
			catAxisLabelFontSize: 11,
			valAxisLabelFontSize: 11,
			catAxisMinVal: 0,
			valAxisLabelFormatCode: 'General',
			...(plot.logarithmic
				? { valAxisLogScaleBase: 2, ...wholePowers(plot) }
				: { valAxisMinVal: 0 })
		}
	);
}

/** Makes the curves of all charts in a presentation lines, and marks of patterned classes diamonds. */
export async function finishCharts(zip: JSZip): Promise<void> {
	const curves = new Set(Object.values(CURVE_NAMES).map((name) => name()));
	const patterned = new Set(
		MAP_CLASSES.filter(({ mapClass }) => paintOf(mapClass, 'light').pattern).map(({ mapClass }) =>
			classLabel(mapClass)
		)
	);
	for (const part of zip.file(/^ppt\/charts\/chart\d+\.xml$/)) {
		const xml = await part.async('string');
		const drawn = xml
			.replaceAll(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '')
			.replaceAll(/<c:ser>[^]*?<\/c:ser>/g, (one) => {
				const name = /<c:v>([^<]*)<\/c:v>/.exec(one)?.[1] ?? '';
				if (patterned.has(name)) return one.replace('"circle"', '"diamond"');
				if (!curves.has(name)) return one;
				const dash = name === CURVE_NAMES['limit-998']() ? 'dash' : 'solid';
				return one
					.replace(
						'<a:ln><a:noFill/></a:ln>',
						`<a:ln w="15875"><a:solidFill><a:srgbClr val="${CURVE_INK}"/></a:solidFill><a:prstDash val="${dash}"/></a:ln>`
					)
					.replace(/<c:marker>[^]*?<\/c:marker>/, '<c:marker><c:symbol val="none"/></c:marker>');
			});
		if (drawn !== xml) zip.file(part.name, drawn);
	}
}

function marksByClass({ plot, codes, perPeople }: MarkChart): Series[] {
	return MAP_CLASSES.flatMap(({ code, mapClass }) => {
		const points = plot.marks.flatMap(({ values }, at) => (codes[at] === code ? [values] : []));
		if (points.length === 0) return [];
		const { color } = paintOf(mapClass, 'light');
		return {
			name: classLabel(mapClass, perPeople),
			points,
			color: (isPale(color) ? PALE_MARK : color).slice(1).toUpperCase()
		};
	});
}

/** Whether a colour is hardly visible on paper. @param color `#f3f1ec` */
export function isPale(color: string): boolean {
	return [1, 3, 5].every((at) => parseInt(color.slice(at, at + 2), 16) > 0xd8);
}

/** Curves of a kind are one series, with a gap between them. */
function curvesByKind({ curves }: Plot): Series[] {
	return [...new Set(curves.map(({ kind }) => kind))].map((kind) => ({
		name: CURVE_NAMES[kind](),
		color: CURVE_INK,
		points: curves
			.filter((curve) => curve.kind === kind)
			.flatMap(({ values }, at): Series['points'] => {
				const points = thinned(values);
				return at > 0 ? [[points[0]![0], undefined], ...points] : points;
			})
	}));
}

function thinned(values: Curve['values']): Curve['values'] {
	const step = Math.ceil(values.length / CURVE_POINTS);
	return values.filter((_, at) => at % step === 0 || at === values.length - 1);
}

/** Ends of an axis whose steps double. */
function wholePowers({ marks }: Plot) {
	const span = Math.max(2, ...marks.flatMap(({ values: [, ratio] }) => [ratio, 1 / ratio]));
	const most = 2 ** Math.ceil(Math.log2(span));
	return { valAxisMinVal: 1 / most, valAxisMaxVal: most, valAxisMajorUnit: 2 };
}

/** The library takes an empty cell for a gap, but its types do not know. */
function cell(value: number | undefined): number {
	return (value === undefined ? null : Math.round(value * 1000) / 1000) as number;
}

import { getLocale } from '#lib/paraglide/runtime.js';
import { MAP_CLASSES, statusCode } from '#lib/domain/map-class.ts';
import { parseMonth, type Month, type Scheme } from '#lib/domain/period.ts';
import type { Slide, Story } from '#lib/domain/story/story.ts';
import { fullName } from '#lib/domain/unit.ts';
import { m } from '#lib/paraglide/messages.js';
import { classLabel } from '#lib/view/class-label.ts';
import { formatDate } from '#lib/view/format.ts';
import { fillCode, type ClassSource } from '#lib/view/frame-view.ts';
import { isInDistrict } from '#lib/view/included.ts';
import { membersAt } from '#lib/view/makeup.ts';
import { textFit } from '#lib/view/slide-view.ts';
import { decisionText } from '#lib/view/story-text.ts';
import type { ViewParams } from '#lib/view/view-params.ts';
import { thinRing } from '../../sheet/fit-map.ts';
import type { Ground } from '../../sheet/project.ts';
import { sheetSvg } from '../../sheet/sheet-svg.ts';
import { chartSvg } from './chart-svg.ts';
import { planPicture } from '../plan-picture.ts';
import { colorOf, ShowPaints } from './show-paints.ts';
import type { SlideChart } from '../slide-chart.ts';
import { findShown, type ShownFrame, type ShownView } from '../show-frames.ts';

/** Width of the picture in its own units; a province is about 200 km wide, so one is some 200 m. */
const WIDTH = 1000;
const NO_CODE = 255;
const MIXED = statusCode('mixed');
/** Of a plan's map, in millimetres. */
const PLAN_SIZE = { width: 200, height: 160 };

/** A presentation as the player in a single file reads it (`player.js`), with the patterns that it fills areas with. */
export function showData(
	story: Story,
	frames: readonly ShownFrame[],
	viewOf: (slide: Slide) => { params: ViewParams; month: Month } | undefined,
	chartOf: (slide: Slide) => SlideChart | undefined,
	{ stamp, calendar }: { stamp: string; calendar: Scheme }
) {
	const paints = new ShowPaints();
	const [west, south, east, north] = wholeExtent(frames);
	const scale = WIDTH / (east - west);
	const place = ([x, y]: readonly [number, number]): [number, number] => [
		Math.round((x - west) * scale * 10) / 10,
		Math.round((north - y) * scale * 10) / 10
	];
	const data = {
		...{ title: story.title, width: WIDTH, height: Math.ceil((north - south) * scale) },
		language: getLocale(),
		about: stamp,
		// Months are then named with their days.
		reporting: calendar === 'reporting',
		words: { play: m.show_play(), stop: m.show_stop() },
		mixed: MIXED,
		classes: MAP_CLASSES.map(({ code, mapClass }) => ({
			...{ code, label: classLabel(mapClass), ratio: classLabel(mapClass, true) },
			...{ color: colorOf(code), fill: paints.fillOf(code) }
		})),
		frames: frames.map(({ from, months, ground, units }, at) => {
			const shapes = new Map(ground.units.map((unit) => [unit.unitId, unit.rings]));
			return {
				...months,
				words: m.frame_change({
					...{ date: formatDate(from), before: frames[at - 1]?.units.length ?? 0 },
					after: units.length
				}),
				units: units.map((unit) => ({
					name: fullName(unit),
					d: (shapes.get(unit.id) ?? [])
						.map((ring) => thinRing(ring.map(place), 0.5))
						.filter((ring) => ring.length > 2)
						.map((ring) => `M${ring.map(([x, y]) => `${x} ${y}`).join('L')}Z`)
						.join('')
				}))
			};
		}),
		slides: story.slides.map((slide) => {
			const { title, note } = slide;
			if (slide.kind === 'text') {
				return { kind: 'text', title, note, text: slide.text, fit: textFit(slide.text) };
			}
			if (slide.kind === 'figures') {
				return { kind: 'figures', title, note, figures: slide.figures };
			}
			if (slide.kind === 'plan') {
				const picture = planPicture(frames, slide, PLAN_SIZE);
				return {
					...{ kind: 'plan', title, note, mark: decisionText(slide) },
					svg: picture ? sheetSvg(picture) : '',
					communes: slide.communes.map(({ name, group }) => ({ name, group }))
				};
			}
			const chart = chartOf(slide);
			if (chart) return { kind: 'chart', title, note, ...chartData(chart, frames, paints) };
			const view = viewOf(slide);
			if (!view) return { kind: 'text', title, note, text: '', fit: 1 };
			const { params, month } = view;
			const first = frames[0]?.months.from ?? month;
			const asked =
				slide.kind === 'view' && slide.playFrom !== undefined
					? parseMonth(slide.playFrom)
					: undefined;
			return {
				...{ kind: 'view', title, note, month, perPeople: params.perPeople },
				classes: params.classes,
				...(asked === undefined ? {} : { playFrom: Math.min(month, Math.max(first, asked)) }),
				frames: frames.map((frame) => {
					const shown = frame.show(params);
					return shown ? shownOn(shown, params, findShown(frames, params, month), paints) : null;
				})
			};
		})
	};
	return { data, defs: paints.defs() };
}

/** A chart of marks as it was drawn for this file; small maps as codes, for the shapes that are there already. */
function chartData(chart: SlideChart, frames: readonly ShownFrame[], paints: ShowPaints) {
	const { title: name, notes, perPeople } = chart;
	if (chart.kind === 'marks') return { name, notes, perPeople, svg: chartSvg(chart) };
	const { source, frame } = chart.shown;
	return {
		...{ name, notes, perPeople, frame: frames.indexOf(frame) },
		years: chart.years.map(({ year, month, text }) => {
			const codes = source.units.map((_, row) => fillCode(source, row, month, chart.view));
			const fills = source.units.map((unit, row) =>
				codes[row] === MIXED
					? paints.bandsOf(membersAt(unit, month).map(({ status }) => status))
					: paints.fillOf(codes[row] ?? NO_CODE)
			);
			return { year, text, codes: codes.map((code) => code ?? NO_CODE), fills };
		})
	};
}

/** What a view shows on a frame: codes month after month, what mixed units are made of, and who is in the light. */
function shownOn(
	{ source, months }: ShownView,
	params: ViewParams,
	meant: ShownView | undefined,
	paints: ShowPaints
) {
	const { district } = params;
	return {
		...months,
		codes: codesOf(source, months, params),
		makeup: source.units.map(({ makeup }) =>
			makeup
				.filter(({ members }) => members.length > 0)
				.map(({ from, members }) => [from, paints.bandsOf(members.map(({ status }) => status))])
		),
		unit: unitRow(source, params.unit, meant?.source),
		...(district === undefined
			? {}
			: {
					district: source.units.flatMap((_, row) =>
						isInDistrict(source, row, district) ? row : []
					)
				})
	};
}

function wholeExtent(frames: readonly ShownFrame[]): Ground['extent'] {
	return frames.reduce<Ground['extent']>(
		([west, south, east, north], { ground: { extent } }) => [
			...([Math.min(west, extent[0]), Math.min(south, extent[1])] as const),
			...([Math.max(east, extent[2]), Math.max(north, extent[3])] as const)
		],
		[Infinity, Infinity, -Infinity, -Infinity]
	);
}

/** Codes of all units, month after month, as base64. */
function codesOf(source: ClassSource, { from, to }: ShownView['months'], view: ViewParams): string {
	const span = to - from + 1;
	const codes = new Uint8Array(source.units.length * span);
	source.units.forEach((_, row) => {
		for (let month = from; month <= to; month++) {
			codes[row * span + month - from] = fillCode(source, row, month, view) ?? NO_CODE;
		}
	});
	return Buffer.from(codes).toString('base64');
}

/** The row of the commune in the light: its code is meant at the slide's month, elsewhere it may be another's. */
function unitRow(
	{ units }: ClassSource,
	code: string | undefined,
	meant: ClassSource | undefined
): number {
	const unit = code === undefined ? undefined : meant?.units.find((each) => each.code === code);
	return unit ? units.findIndex((each) => each.code === unit.code && each.name === unit.name) : -1;
}

import { getLocale } from '#lib/paraglide/runtime.js';
import { MAP_CLASSES, statusCode } from '#lib/domain/map-class.ts';
import { parseMonth, type Month, type Scheme } from '#lib/domain/period.ts';
import { USUAL_PARTS, type Slide, type Story } from '#lib/domain/story/story.ts';
import { m } from '#lib/paraglide/messages.js';
import { classLabel } from '#lib/view/class-label.ts';
import { fillCode, type ClassSource } from '#lib/view/frame-view.ts';
import { isInDistrict } from '#lib/view/included.ts';
import { membersAt } from '#lib/view/makeup.ts';
import { monthName } from '#lib/view/month-name.ts';
import { textFit, titleFit } from '#lib/view/slide-view.ts';
import { slideStatusLabel } from '#lib/view/slide-legend.ts';
import { slideDateLine, slideMapNote } from '#lib/view/slide-words.ts';
import { NEVER_REACHED, REACHED, RELAPSED } from '#lib/view/status-sum.ts';
import { decisionText } from '#lib/view/story-text.ts';
import type { ViewParams } from '#lib/view/view-params.ts';
import { sheetSvg } from '../../sheet/sheet-svg.ts';
import type { FrameUnit } from '#lib/view/wire.ts';
import { framesData } from './show-frames-data.ts';
import { MAP_SIZE } from '../slide-picture.ts';
import type { DrawnSlide } from '../slide-content.ts';
import { chartSvg } from './chart-svg.ts';
import { planPicture } from '../plan-picture.ts';
import { colorOf, ShowPaints } from './show-paints.ts';
import type { SlideChart } from '../slide-chart.ts';
import { findShown, type ShownFrame, type ShownView } from '../show-frames.ts';

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
	{ stamp, calendar, demonstration }: { stamp: string; calendar: Scheme; demonstration: boolean },
	drawnOf: (slide: Slide) => DrawnSlide | undefined
) {
	const paints = new ShowPaints();
	const data = {
		title: story.title,
		...MAP_SIZE,
		demonstration: demonstration ? m.demonstration() : '',
		language: getLocale(),
		about: stamp,
		// Months are then named with their days.
		reporting: calendar === 'reporting',
		words: { play: m.show_play(), stop: m.show_stop() },
		mixed: MIXED,
		classes: MAP_CLASSES.map(({ code, mapClass }) => ({
			code,
			label: classLabel(mapClass),
			ratio: classLabel(mapClass, true),
			short: mapClass.theme === 'status' ? slideStatusLabel(mapClass.key) : classLabel(mapClass),
			color: colorOf(code),
			fill: paints.fillOf(code)
		})),
		sums: {
			reached: REACHED.map(statusCode),
			never: NEVER_REACHED.map(statusCode),
			fell: RELAPSED.map(statusCode),
			words: { reached: m.legend_reached(), approved: m.legend_approved() }
		},
		frames: framesData(frames),
		slides: story.slides.map((slide) => {
			const { title } = slide;
			const drawn = slide.kind === 'view' ? drawnOf(slide)?.content : undefined;
			const note = slide.note !== '' || !drawn ? slide.note : slideMapNote(drawn);
			const fit = titleFit(title, slide.kind !== 'view');
			if (slide.kind === 'text') {
				return { kind: 'text', title, fit, note, text: slide.text, textFit: textFit(slide.text) };
			}
			if (slide.kind === 'figures') {
				return { kind: 'figures', title, fit, note, figures: slide.figures };
			}
			if (slide.kind === 'plan') {
				const picture = planPicture(frames, slide, PLAN_SIZE);
				return {
					kind: 'plan',
					title,
					fit,
					note,
					mark: decisionText(slide),
					svg: picture ? sheetSvg(picture) : '',
					communes: slide.communes.map(({ name, group }) => ({ name, group }))
				};
			}
			const chart = chartOf(slide);
			if (chart) return { kind: 'chart', title, fit, note, ...chartData(chart, frames, paints) };
			const view = viewOf(slide);
			if (!view) return { kind: 'text', title, fit, note, text: '', textFit: 1 };
			const { params, month } = view;
			const first = frames[0]?.months.from ?? month;
			const asked =
				slide.kind === 'view' && slide.playFrom !== undefined
					? parseMonth(slide.playFrom)
					: undefined;
			return {
				kind: 'view',
				title,
				fit,
				note,
				month,
				perPeople: params.perPeople,
				when: drawn
					? slideDateLine(drawn).replace(monthName(month, calendar), '{month}')
					: '{month}',
				status: params.theme === 'status',
				parts: slide.kind === 'view' ? (slide.parts ?? USUAL_PARTS) : USUAL_PARTS,
				classes: params.classes,
				...(asked === undefined ? {} : { playFrom: Math.min(month, Math.max(first, asked)) }),
				frames: frames.map((frame) => {
					const shown = frame.show(params);
					const meant = findShown(frames, params, month);
					return shown ? shownOn(shown, params, meant, paints, formerUnits(frames, frame)) : null;
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
		name,
		notes,
		perPeople,
		frame: frames.indexOf(frame),
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
	paints: ShowPaints,
	former: readonly FrameUnit[]
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
		parts: params.theme === 'status' && params.shapes === 'former' ? partsOf(source, former) : [],
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

/** The communes of the boundaries before a frame's. */
function formerUnits(frames: readonly ShownFrame[], frame: ShownFrame): readonly FrameUnit[] {
	return frames[frames.indexOf(frame) - 1]?.units ?? [];
}

/**
 * Former communes that are painted in their own shapes: the row of their commune, their own row on the boundaries
 * before, and from which month on they have which class. A commune of which one has no shape has none of them.
 */
function partsOf({ units }: ClassSource, former: readonly FrameUnit[]) {
	const rows = new Map(former.map(({ id }, row) => [id, row]));
	return units.flatMap((unit, row) => {
		const ids = new Set(unit.makeup.flatMap(({ members }) => members.map(({ id }) => id)));
		if (![...ids].every((id) => rows.has(id))) return [];
		return [...ids].map((id) => ({
			unit: row,
			former: rows.get(id) ?? -1,
			runs: unit.makeup.map(({ from, members }): [number, number] => {
				const member = members.find((each) => each.id === id);
				return [from, member ? statusCode(member.status) : NO_CODE];
			})
		}));
	});
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

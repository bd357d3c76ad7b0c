import { getLocale } from '#lib/paraglide/runtime.js';
import { MAP_CLASSES, statusCode } from '#lib/domain/map-class.ts';
import type { Month } from '#lib/domain/period.ts';
import { parseMonth } from '#lib/domain/period.ts';
import type { Slide, Story } from '#lib/domain/story/story.ts';
import { fullName } from '#lib/domain/unit.ts';
import { m } from '#lib/paraglide/messages.js';
import { classLabel } from '#lib/view/class-label.ts';
import { dataStamp } from '#lib/view/data-stamp.ts';
import { formatDate } from '#lib/view/format.ts';
import { fillCode, type ClassSource } from '#lib/view/frame-view.ts';
import { isIncluded } from '#lib/view/included.ts';
import { INK, paintOf } from '#lib/view/palette.ts';
import type { ViewParams } from '#lib/view/view-params.ts';
import type { Overview } from '#lib/view/wire.ts';
import { thinRing } from '../sheet/fit-map.ts';
import type { Ground } from '../sheet/project.ts';

/** A frame with all that the slides show on it. */
export interface ShownFrame {
	from: string;
	months: { from: Month; to: Month };
	ground: Ground;
	/** Classes of a slide's view on it. */
	sourceOf: (view: ViewParams) => ClassSource;
}

/** Width of the picture in its own units; a province is about 200 km wide, so one is some 200 m. */
const WIDTH = 1000;
const NO_CODE = 255;

/** A presentation as the player in a single file reads it (`player.js`). */
export function showData(
	story: Story,
	frames: readonly ShownFrame[],
	viewOf: (slide: Slide) => { params: ViewParams; month: Month } | undefined,
	overview: Pick<Overview, 'dataVersion' | 'lastReported' | 'sources' | 'demonstration'>
) {
	const [west, south, east, north] = wholeExtent(frames);
	const scale = WIDTH / (east - west);
	const place = ([x, y]: readonly [number, number]): [number, number] => [
		Math.round((x - west) * scale * 10) / 10,
		Math.round((north - y) * scale * 10) / 10
	];
	return {
		...{ title: story.title, width: WIDTH, height: Math.ceil((north - south) * scale) },
		language: getLocale(),
		about: [...(overview.demonstration ? [m.demonstration_note()] : []), dataStamp(overview)].join(
			' · '
		),
		words: { play: m.show_play(), stop: m.show_stop() },
		mixed: statusCode('mixed'),
		classes: MAP_CLASSES.map(({ code, mapClass }) => ({
			...{ code, label: classLabel(mapClass), ink: INK.light },
			...paintOf(mapClass, 'light')
		})),
		frames: frames.map(({ from, months, ground, sourceOf }, at) => {
			const { units } = sourceOf(DEFAULT_VIEW);
			const shapes = new Map(ground.units.map((unit) => [unit.unitId, unit.rings]));
			return {
				...months,
				words: m.frame_change({
					date: formatDate(from),
					before: frames[at - 1]?.ground.units.length ?? 0,
					after: units.length
				}),
				units: units.map((unit) => ({
					name: fullName(unit),
					d: (shapes.get(unit.id) ?? [])
						.map((ring) => thinRing(ring.map(place), 0.5))
						.filter((ring) => ring.length > 2)
						.map((ring) => `M${ring.map(([x, y]) => `${x} ${y}`).join('L')}Z`)
						.join(''),
					makeup: unit.makeup
						.filter(({ members }) => members.length > 0)
						.map(({ from: month, members }) => [
							month,
							members.map(({ status }) => statusCode(status)).sort((a, b) => a - b)
						])
				}))
			};
		}),
		slides: story.slides.map((slide) => {
			const { title, note } = slide;
			if (slide.kind === 'text') return { kind: 'text', title, note, text: slide.text };
			if (slide.kind === 'figures') {
				return { kind: 'figures', title, note, figures: slide.figures };
			}
			const view = viewOf(slide);
			if (!view) return { kind: 'text', title, note, text: '' };
			const { params, month } = view;
			const playFrom =
				slide.kind === 'view' && slide.playFrom !== undefined
					? parseMonth(slide.playFrom)
					: undefined;
			return {
				...{ kind: 'view', title, note, month, district: params.district !== undefined },
				...(playFrom === undefined ? {} : { playFrom }),
				codes: frames.map((frame) => codesOf(frame, params)),
				lit: frames.map((frame) => litRows(frame, frames, params, month))
			};
		})
	};
}

const DEFAULT_VIEW: ViewParams = {
	...{ month: undefined, theme: 'status', perPeople: false, base: 'same-period', layer: 'change' },
	...{ track: undefined, unit: undefined, picked: [], plots: [], classes: [] },
	...{ district: undefined, step: 'year', on: undefined }
};

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
function codesOf({ months, sourceOf }: ShownFrame, params: ViewParams): string {
	const source = sourceOf(params);
	const span = months.to - months.from + 1;
	const codes = new Uint8Array(source.units.length * span);
	source.units.forEach((_, row) => {
		for (let month = months.from; month <= months.to; month++) {
			codes[row * span + month - months.from] = fillCode(source, row, month, params) ?? NO_CODE;
		}
	});
	return Buffer.from(codes).toString('base64');
}

/** Rows that are in the light; none where all are. */
function litRows(
	{ sourceOf }: ShownFrame,
	frames: readonly ShownFrame[],
	params: ViewParams,
	month: Month
): number[] {
	const source = sourceOf(params);
	if (params.unit !== undefined) {
		// The code is meant at the slide's month: elsewhere it may be another commune's.
		const meant = frames
			.find(({ months }) => months.from <= month && month <= months.to)
			?.sourceOf(params)
			.units.find(({ code }) => code === params.unit);
		return source.units.flatMap((unit, row) =>
			meant && unit.code === meant.code && unit.name === meant.name ? row : []
		);
	}
	if (params.district === undefined && params.classes.length === 0) return [];
	return source.units.flatMap((_, row) => (isIncluded(source, row, month, params) ? row : []));
}

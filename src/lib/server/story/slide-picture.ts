import type { PlanSlide } from '#lib/domain/story/plan-slide.ts';
import { findMapClass } from '#lib/domain/map-class.ts';
import type { Month, Scheme } from '#lib/domain/period.ts';
import { monthName } from '#lib/view/month-name.ts';
import { fillCode, fillMatrix } from '#lib/view/frame-view.ts';
import { isIncluded, isInDistrict } from '#lib/view/included.ts';
import { countFillCodes, listLegend, type LegendEntry } from '#lib/view/legend.ts';
import { paintOf } from '#lib/view/palette.ts';
import type { ViewParams } from '#lib/view/view-params.ts';
import { paintArea } from '../export/view-sheet.ts';
import { mapPicture } from '../sheet/map-sheet.ts';
import { sheetPng } from '../sheet/sheet-png.ts';
import { planPicture } from './plan-picture.ts';
import { findShown, type ShownFrame } from './show-frames.ts';
import type { SlideChart } from './slide-chart.ts';

/** A view as a PowerPoint slide needs it. */
export interface SlidePicture {
	/** The map, as PNG. */
	png: Uint8Array;
	legend: readonly Pick<LegendEntry, 'label' | 'count'>[];
	/** Colour of each line of the legend, as "176546". */
	colors: readonly string[];
	/** "12/2019", or "12/2019 (15/11–14/12)". */
	month: string;
}

/** Size of the picture in millimetres, as wide to high as its place on the slide. */
const SIZE = { width: 190, height: 140 };
const SCALE = 2;
/** Of one of several years. */
const YEAR_SIZE = { width: 120, height: 94 };
const YEAR_SCALE = 1;

/** The map of a plan, as PNG. */
export async function planPng(
	frames: readonly ShownFrame[],
	slide: PlanSlide
): Promise<Uint8Array | undefined> {
	const picture = planPicture(frames, slide, SIZE);
	return picture && sheetPng(picture, SCALE);
}

/** What a slide's view shows in its month; undefined where no boundaries are known then. */
export async function slidePicture(
	frames: readonly ShownFrame[],
	view: { params: ViewParams; month: Month } | undefined,
	calendar: Scheme
): Promise<SlidePicture | undefined> {
	if (!view) return undefined;
	const { params, month } = view;
	const shown = findShown(frames, params, month);
	if (!shown) return undefined;
	const { source, frame } = shown;
	const rows = new Map(source.units.map(({ id }, row) => [id, row]));
	const lit = source.units.findIndex(({ code }) => code === params.unit);
	const included = (row: number) =>
		lit >= 0 ? row === lit : isIncluded(source, row, month, params);
	const picture = mapPicture(
		{
			title: monthName(month, calendar),
			ground: frame.ground,
			paintOf(unitId) {
				const row = rows.get(unitId);
				return row === undefined || !included(row)
					? { fill: '#ffffff' }
					: paintArea(source, row, fillCode(source, row, month, params), month);
			},
			nameOf(unitId) {
				const row = rows.get(unitId);
				const unit = row === undefined ? undefined : source.units[row];
				return unit && included(row!) ? { text: unit.name, weight: unit.areaKm2 } : undefined;
			}
		},
		SIZE
	);
	const counts = countFillCodes(source, month, params, (row) =>
		isInDistrict(source, row, params.district)
	);
	const legend = listLegend(fillMatrix(params), counts, params.perPeople);
	return {
		...{ png: await sheetPng(picture, SCALE), legend, month: monthName(month, calendar) },
		colors: legend.map(({ code }) =>
			paintOf(findMapClass(code)!, 'light').color.replace('#', '').toUpperCase()
		)
	};
}

/** The small maps of a chart of years, with what each shows in words. */
export function yearPictures({
	shown: { source, frame },
	view,
	years
}: Extract<SlideChart, { kind: 'years' }>): Promise<
	{ year: number; text: string; png: Uint8Array }[]
> {
	const rows = new Map(source.units.map(({ id }, row) => [id, row]));
	return Promise.all(
		years.map(async ({ year, month, text }) => {
			const picture = mapPicture(
				{
					...{ title: text, ground: frame.ground, nameOf: () => undefined },
					paintOf(unitId) {
						const row = rows.get(unitId);
						return row === undefined
							? { fill: '#ffffff' }
							: paintArea(source, row, fillCode(source, row, month, view), month);
					}
				},
				YEAR_SIZE
			);
			return { year, text, png: await sheetPng(picture, YEAR_SCALE) };
		})
	);
}

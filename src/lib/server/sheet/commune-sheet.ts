import { m } from '#lib/paraglide/messages.js';
import { formatCount } from '#lib/view/format.ts';
import { BORDER, INK, PAPER } from '#lib/view/palette.ts';
import { fitMap, thinRing, type Box } from './fit-map.ts';
import type { AreaPaint } from './map-content.ts';
import { rectangle, type AreaMark, type Mark, type Sheet } from './marks.ts';
import { paperSize } from './paper.ts';
import type { Ground } from './project.ts';
import { wrap } from './wrap.ts';

/** What a page of the atlas says of a commune. */
export interface CommuneContent {
	unitId: number;
	/** "Xã Mường Nhé". */
	name: string;
	/** District, province, month. */
	subtitle: string;
	ground: Ground;
	/** Colour of the commune on the map. */
	paint: AreaPaint;
	/** Facts: what, and how much. */
	facts: readonly { label: string; value: string }[];
	/** Its record: day, and what happened. */
	events: readonly { date: string; text: string }[];
	/** What the years are of. */
	yearsTitle: string;
	/** Counts by year, undefined where they are left out; years with months missing are marked. */
	years: readonly { year: number; count: number | undefined; partial: boolean }[];
	notes: readonly string[];
	label: string;
}

const MARGIN = 15;
/** Bold letters are wider by so much. */
const BOLDER = 1.15;
const ink = INK.light;
const { width: WIDTH, height: HEIGHT } = paperSize('A4', 'portrait');
const MIDDLE = WIDTH / 2;

/** A page of the atlas on A4: where the commune is, what is known of it, its record and its years. */
export function communeSheet(content: CommuneContent): Sheet {
	const map = { x: MARGIN, y: 36, width: 88, height: 108 };
	return {
		...{ width: WIDTH, height: HEIGHT, title: `${content.name}, ${content.subtitle}` },
		marks: [
			text(WIDTH - MARGIN, 12, content.label, 2.4, { anchor: 'end' }),
			text(MARGIN, 22, content.name, 7, { bold: true }),
			text(MARGIN, 29, content.subtitle, 3.4),
			...locator(content, map),
			...facts(content, MIDDLE + 4, 40),
			...record(content, 156),
			...years(content, 214),
			...notes(content)
		]
	};
}

function text(
	x: number,
	y: number,
	content: string,
	size: number,
	{ bold = false, anchor = 'start' }: { bold?: boolean; anchor?: 'start' | 'middle' | 'end' } = {}
): Mark {
	return { kind: 'text', x, y, text: content, size, bold, anchor, color: ink };
}

function bar(x: number, y: number, width: number, height: number, fill: string): Mark {
	return {
		kind: 'area',
		rings: [rectangle({ x, y, width, height })],
		...{ fill, stroke: BORDER.light, width: 0.1 }
	};
}

/** The province with the commune filled. */
function locator({ ground, unitId, paint }: CommuneContent, box: Box): Mark[] {
	const areas = provinceOf(ground, box);
	const own = areas[ground.units.findIndex((unit) => unit.unitId === unitId)];
	return [
		{ kind: 'backdrop', areas },
		// The commune's line lies over those of its neighbours.
		...(own ? [{ ...own, ...paint, stroke: ink, width: 0.4 }] : [])
	];
}

const PROVINCES = new WeakMap<Ground, readonly AreaMark[]>();

/** All communes, one after the other: the same on each page. */
function provinceOf(ground: Ground, box: Box): readonly AreaMark[] {
	let areas = PROVINCES.get(ground);
	if (!areas) {
		const { place } = fitMap(ground, box);
		areas = ground.units.map(({ rings }) => ({
			kind: 'area',
			rings: rings.map((ring) => thinRing(ring.map(place), 0.15)).filter((ring) => ring.length > 3),
			...{ fill: PAPER.light, stroke: BORDER.light, width: 0.1 }
		}));
		PROVINCES.set(ground, areas);
	}
	return areas;
}

function facts({ facts: list }: CommuneContent, x: number, from: number): Mark[] {
	let y = from;
	return list.flatMap(({ label, value }) => {
		const lines = wrap(value, WIDTH - MARGIN - x, 3.8 * BOLDER);
		const marks = [
			text(x, y, label, 2.7),
			...lines.map((line, at) => text(x, y + 5 + at * 4.2, line, 3.8, { bold: true }))
		];
		y += Math.max(13, 9 + lines.length * 4.2);
		return marks;
	});
}

/** The latest events of a record that may be longer than the page. */
const MOST_EVENTS = 9;

function record({ events }: CommuneContent, y: number): Mark[] {
	const shown = events.slice(-MOST_EVENTS);
	return [
		text(MARGIN, y, m.atlas_record(), 3.4, { bold: true }),
		...(shown.length === 0 ? [text(MARGIN, y + 6, m.atlas_no_record(), 3)] : []),
		...shown.flatMap(({ date, text: what }, at) => [
			text(MARGIN, y + 6 + at * 5, date, 3),
			text(MARGIN + 24, y + 6 + at * 5, what, 3)
		])
	];
}

function years({ years: list, yearsTitle }: CommuneContent, y: number): Mark[] {
	const height = 38;
	const most = Math.max(1, ...list.map(({ count }) => count ?? 0));
	const step = (WIDTH - 2 * MARGIN) / Math.max(8, list.length);
	const bottom = y + 8 + height;
	return [
		text(MARGIN, y, yearsTitle, 3.4, { bold: true }),
		...(list.length === 0 ? [text(MARGIN, y + 6, m.atlas_no_years(), 3)] : []),
		...list.flatMap(({ year, count, partial }, at) => {
			const x = MARGIN + at * step;
			const size = (height * (count ?? 0)) / most;
			const middle = x + step * 0.4;
			const figure =
				count === undefined ? m.public_hidden() : `${formatCount(count)}${partial ? '*' : ''}`;
			return [
				...(count === undefined
					? []
					: [bar(x, bottom - size, step * 0.8, size, partial ? PAPER.light : '#a1b8c4')]),
				text(middle, bottom - size - 1.2, figure, 3, { anchor: 'middle' }),
				text(middle, bottom + 4, String(year), 3, { anchor: 'middle' })
			];
		})
	];
}

function notes({ notes: list, years: figures }: CommuneContent): Mark[] {
	const lines = [
		...(figures.some(({ partial, count }) => partial && count !== undefined)
			? [m.atlas_partial()]
			: []),
		...list
	].flatMap((line) => wrap(line, WIDTH - 2 * MARGIN, 2.3));
	return lines.map((line, at) =>
		text(MARGIN, HEIGHT - 10 - (lines.length - 1 - at) * 3.2, line, 2.3)
	);
}

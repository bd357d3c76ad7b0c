import { m } from '#lib/paraglide/messages.js';
import { formatCount } from '#lib/view/format.ts';
import { BORDER } from '#lib/view/palette.ts';
import type { Box } from './fit-map.ts';
import { swatch } from './legend-marks.ts';
import { localMap, locator } from './local-map.ts';
import type { AreaPaint, MapPicture } from './map-content.ts';
import { rectangle, type Mark, type Sheet } from './marks.ts';
import { diamondMarks } from './name-marks.ts';
import { paperSize } from './paper.ts';
import { HAIRLINE, QUIET, text } from './sheet-type.ts';
import { wrap } from './wrap.ts';

/** A former commune, or the commune itself, with its state. */
export interface CommuneState {
	/** Id of the former commune; undefined for the commune itself. */
	partId?: number;
	name: string;
	state: string;
	paint: AreaPaint;
	/** Whether it relapsed. */
	diamond: boolean;
}

/** What a page of the atlas says of a commune. */
export interface CommuneContent {
	unitId: number;
	/** "Xã Mường Nhé". */
	name: string;
	/** District, province, month. */
	subtitle: string;
	/** The map of the province, of which the commune and what is around it are drawn. */
	picture: MapPicture;
	/** Heading of the states, and them: of its former communes, else its own. */
	statesTitle: string;
	states: readonly CommuneState[];
	/** Facts: what, and how much. */
	facts: readonly { label: string; value: string }[];
	/** Its record: day, and what happened. */
	events: readonly { date: string; text: string }[];
	/** Active sites by type, the most first. */
	models: readonly { name: string; count: number }[];
	/** What the years are of. */
	yearsTitle: string;
	/** Counts by year, undefined where they are left out; years with months missing are marked. */
	years: readonly { year: number; count: number | undefined; partial: boolean }[];
	notes: readonly string[];
	label: string;
}

const MARGIN = 15;
const { width: WIDTH, height: HEIGHT } = paperSize('A4', 'portrait');
const WIDE = WIDTH - 2 * MARGIN;
const MAP: Box = { x: MARGIN, y: 34, width: 116, height: 100 };
/** Beside the map. */
const BESIDE = MAP.x + MAP.width + 6;
const BESIDE_WIDTH = WIDTH - MARGIN - BESIDE;
const YEARS_AT = 222;
const YEARS_HEIGHT = 28;
const TITLE = 3.3;
const BODY = 2.9;
const SMALL = 2.4;
const ROW = 5;
/** So much of a long list stands on the page. */
const MAX_EVENTS = 6;
const MAX_MODELS = 6;
const MAX_STATES = 12;

/** A page of the atlas on A4: the commune and what is around it, its states, record, models and years. */
export function communeSheet(content: CommuneContent): Sheet {
	const { name, subtitle, picture, unitId, states } = content;
	const formers = new Map(
		states.flatMap(({ partId, name: former }) =>
			partId === undefined ? [] : [[partId, former] as const]
		)
	);
	const statesBottom =
		MAP.y + MAP.height + 12 + Math.ceil(Math.min(states.length, MAX_STATES) / 2) * ROW;
	return {
		width: WIDTH,
		height: HEIGHT,
		title: `${name}, ${subtitle}`,
		marks: [
			text(WIDTH - MARGIN, 11, content.label, SMALL, { anchor: 'end' }),
			text(MARGIN, 20, name, 7, { bold: true }),
			text(MARGIN, 27, subtitle, 3.2, { color: QUIET }),
			...localMap(picture, unitId, formers, MAP),
			...locator(picture.ground, unitId, { x: BESIDE, y: MAP.y, width: BESIDE_WIDTH, height: 44 }),
			...facts(content, BESIDE, MAP.y + 52),
			...stateMarks(content, MAP.y + MAP.height + 8),
			...record(content, statesBottom + 6),
			...models(content, statesBottom + 6),
			...years(content),
			...notes(content)
		]
	};
}

function heading(x: number, y: number, title: string): Mark {
	return text(x, y, title, TITLE, { bold: true });
}

function facts({ facts: list }: CommuneContent, x: number, from: number): Mark[] {
	let y = from;
	return list.flatMap(({ label, value }) => {
		const lines = wrap(value, BESIDE_WIDTH, 3.4, true);
		const marks = [
			text(x, y, label, SMALL, { color: QUIET }),
			...lines.map((line, at) => text(x, y + 4.4 + at * 4, line, 3.4, { bold: true }))
		];
		y += 7 + lines.length * 4;
		return marks;
	});
}

function stateMarks({ statesTitle, states }: CommuneContent, y: number): Mark[] {
	const shown = states.slice(0, MAX_STATES);
	const rows = Math.ceil(shown.length / 2);
	const column = WIDE / 2;
	return [
		heading(MARGIN, y, statesTitle),
		...shown.flatMap(({ name, state, paint, diamond }, at) => {
			const x = MARGIN + Math.floor(at / rows) * column;
			const top = y + 2.6 + (at % rows) * ROW;
			return [
				swatch({ x, y: top, width: 5, height: 3.2 }, paint, 1),
				...(diamond ? diamondMarks([x + 2.5, top + 1.6], 0.16) : []),
				text(x + 6.5, top + 2.6, name, BODY, { bold: true }),
				text(x + 38, top + 2.6, state, BODY)
			];
		})
	];
}

function record({ events }: CommuneContent, y: number): Mark[] {
	const shown = events.slice(-MAX_EVENTS);
	const width = WIDE * 0.6 - 22;
	let line = y + ROW + 0.6;
	return [
		heading(MARGIN, y, m.atlas_record()),
		...(shown.length === 0
			? [text(MARGIN, line, m.atlas_no_record(), BODY, { color: QUIET })]
			: []),
		...shown.flatMap(({ date, text: what }) => {
			const lines = wrap(what, width, BODY).slice(0, 2);
			const marks = [
				text(MARGIN, line, date, BODY, { color: QUIET }),
				...lines.map((each, at) => text(MARGIN + 21, line + at * 3.8, each, BODY))
			];
			line += ROW + (lines.length - 1) * 3.8;
			return marks;
		})
	];
}

function models({ models: list }: CommuneContent, y: number): Mark[] {
	const x = MARGIN + WIDE * 0.64;
	const right = WIDTH - MARGIN;
	const rest = list.slice(MAX_MODELS).reduce((sum, { count }) => sum + count, 0);
	const shown = [
		...list.slice(0, MAX_MODELS),
		...(rest > 0 ? [{ name: m.atlas_other_models(), count: rest }] : [])
	];
	return [
		heading(x, y, m.atlas_sites()),
		...(shown.length === 0
			? [text(x, y + ROW + 0.6, m.atlas_no_models(), BODY, { color: QUIET })]
			: []),
		...shown.flatMap(({ name, count }, at) => {
			const line = y + ROW + 0.6 + at * ROW;
			return [
				text(x, line, wrap(name, right - x - 8, BODY)[0] ?? '', BODY),
				text(right, line, formatCount(count), BODY, { anchor: 'end', bold: true })
			];
		})
	];
}

function years({ years: list, yearsTitle }: CommuneContent): Mark[] {
	const most = Math.max(1, ...list.map(({ count }) => count ?? 0));
	const step = WIDE / Math.max(8, list.length);
	const bottom = YEARS_AT + 9 + YEARS_HEIGHT;
	return [
		heading(MARGIN, YEARS_AT, yearsTitle),
		...(list.length === 0
			? [text(MARGIN, YEARS_AT + 6, m.atlas_no_years(), BODY, { color: QUIET })]
			: [
					{
						kind: 'line' as const,
						stroke: HAIRLINE,
						width: 0.2,
						points: [[MARGIN, bottom] as const, [WIDTH - MARGIN, bottom] as const]
					}
				]),
		...list.flatMap(({ year, count, partial }, at) => {
			const x = MARGIN + at * step;
			const size = (YEARS_HEIGHT * (count ?? 0)) / most;
			const middle = x + step * 0.4;
			const figure =
				count === undefined ? m.public_hidden() : `${formatCount(count)}${partial ? '*' : ''}`;
			return [
				...(count === undefined
					? []
					: [bar({ x, y: bottom - size, width: step * 0.8, height: size }, partial)]),
				text(middle, bottom - size - 1.2, figure, BODY, { anchor: 'middle', bold: true }),
				text(middle, bottom + 4, String(year), SMALL, { anchor: 'middle', color: QUIET })
			];
		})
	];
}

/** A year that is not whole is hollow. */
function bar(box: Box, partial: boolean): Mark {
	return {
		kind: 'area',
		rings: [rectangle(box)],
		fill: partial ? '#ffffff' : '#8a8f96',
		stroke: partial ? BORDER.light : '#8a8f96',
		width: 0.15
	};
}

function notes({ notes: list, years: figures }: CommuneContent): Mark[] {
	const lines = [
		...(figures.some(({ partial, count }) => partial && count !== undefined)
			? [m.atlas_partial()]
			: []),
		...list
	].flatMap((line) => wrap(line, WIDE, 2.2));
	return lines.map((line, at) =>
		text(MARGIN, HEIGHT - 9 - (lines.length - 1 - at) * 3.1, line, 2.2, { color: QUIET })
	);
}

import { statusCode } from '#lib/domain/map-class.ts';
import { m } from '#lib/paraglide/messages.js';
import { estimateTextWidth } from '#lib/view/labels/text-width.ts';
import { compositionAt } from '#lib/view/makeup.ts';
import { BORDER, FORMER_BORDER, PAPER } from '#lib/view/palette.ts';
import { lightOf, slideSites } from '#lib/view/slide-content.ts';
import { SPREAD_INKS } from '#lib/view/spread/spread-inks.ts';
import { classColor, classTiles, stateBands } from '#lib/view/svg-map/area-fill.ts';
import { allSites, drawArcs, drawBubbles } from '#lib/view/svg-map/map-bubbles.ts';
import { placeMapNames } from '#lib/view/svg-map/map-names.ts';
import { mapScene, type DrawnArea } from '#lib/view/svg-map/map-scene.ts';
import type { PictureSize } from '#lib/view/svg-map/placing.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { bandsSvg, patternSvg } from '../sheet/pattern-svg.ts';
import type { DrawnSlide } from './slide-content.ts';
import { namesSvg } from './slide-names.ts';

/** What stands on a drawn map beside its fills. */
export interface MapForm {
	size: PictureSize;
	/** Scale of names, lines and marks. */
	factor: number;
	names: boolean;
	/** Whether relapses are marked. */
	marks: boolean;
	title: string;
}

const MIXED = statusCode('mixed');
const BAND_TILE = 16;

/** The map of a slide as an SVG file, by day: fills, former communes in their own shapes, lines, marks, names. */
export function slideMapSvg({ content, boundaries, extent }: DrawnSlide, form: MapForm): string {
	const { source, month, params } = content;
	const { size, factor } = form;
	const scene = mapScene({ source, month, params, ...boundaries, extent }, size);
	const thick = Math.sqrt(factor);
	const areas = [...scene.units, ...scene.parts];
	const tiles = classTiles(new Set(areas.map(({ code }) => code)), 'light');
	const patterned = new Set(tiles.map(({ code }) => code));
	const mixed = scene.units.filter(({ code }) => code === MIXED);
	const defs = [
		...tiles.map(({ code, color, ink, inkColor }) =>
			patternSvg(`p${code}`, ink, { side: ink.tile * thick, color: inkColor, ground: color })
		),
		...mixed.flatMap(({ id }) => {
			const unit = source.units.find((each) => each.id === id);
			return unit
				? bandsSvg(`m${id}`, stateBands(compositionAt(unit, month), 'light'), BAND_TILE * thick)
				: [];
		})
	];
	const fillOf = ({ id, code }: DrawnArea) => {
		if (code === MIXED) return `url(#m${id})`;
		return patterned.has(code) ? `url(#p${code})` : classColor(code, 'light');
	};
	const bold = scene.parts.length > 0;
	const line = (d: string, color: string, width: number, opacity = 1) =>
		d === ''
			? ''
			: `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width * thick}" stroke-linejoin="round" opacity="${opacity}"/>`;
	const shown = form.marks ? scene : { ...scene, relapsed: [] };
	const sites =
		params.theme === 'sites' && !params.perPeople
			? (slideSites(content) ?? allSites(source, month))
			: undefined;
	const bubbles = sites ? drawBubbles(sites, source.units, scene.placing, factor) : [];
	const inks = SPREAD_INKS.light;
	const labels = form.names
		? placeMapNames(shown, source.units, {
				factor,
				measure: estimateTextWidth,
				chosen: lightOf(content)?.id,
				relapseText: (name) => m.relapse_label({ name }),
				obstacles: bubbles.map(({ x, y, radiusPx: r }) => ({ x, y, r }))
			})
		: [];
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escapeMarkup(form.title)}">`,
		`<defs>${defs.join('')}</defs>`,
		...areas.map(
			(area) => `<path d="${area.d}" fill="${fillOf(area)}"${area.faded ? ' opacity="0.18"' : ''}/>`
		),
		line(scene.formerBorders, FORMER_BORDER.light, 0.7, 0.6),
		line(scene.ground.borders, PAPER.light, bold ? 3.1 : 2.8, 0.75),
		line(scene.ground.borders, BORDER.light, bold ? 1.3 : 1, bold ? 0.85 : 0.6),
		line(scene.ground.outline, BORDER.light, 1.9),
		...(sites
			? drawArcs(sites, source.units, scene.placing).map(({ d }) => line(d, inks.bubble, 1.6, 0.5))
			: []),
		...bubbles.map(
			({ x, y, radiusPx }) =>
				`<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radiusPx.toFixed(1)}" fill="${inks.bubble}" stroke="${inks.rim}" stroke-width="${thick}"/>`
		),
		namesSvg(
			labels,
			shown.relapsed.map(({ label }) => scene.placing(label)),
			factor
		),
		'</svg>'
	].join('');
}

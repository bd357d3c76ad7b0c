import { m } from '#lib/paraglide/messages.js';
import { BORDER, INK, PAPER } from '#lib/view/palette.ts';
import { thinRing, type Box, type Fit } from './fit-map.ts';
import type { MapContent } from './map-content.ts';
import { rectangle, type Mark } from './marks.ts';
import { placeNames } from './place-names.ts';
import { text, TYPE } from './sheet-type.ts';

const OUTLINE = 0.12;
/** Corners closer than this on paper are one: nobody sees a twentieth of a millimetre. */
const FINEST = 0.05;

/** The box that a map stands in. */
export function frame({ x, y, width, height }: Box, line: number): Mark {
	return {
		kind: 'area',
		rings: [rectangle({ x, y, width, height })],
		...{ fill: PAPER.light, stroke: INK.light, width: line }
	};
}

/** The units in their colours. */
export function areas(
	{ ground, paintOf }: Pick<MapContent, 'ground' | 'paintOf'>,
	{ place }: Fit
): Mark[] {
	return ground.units.map(({ unitId, rings }) => ({
		kind: 'area',
		rings: rings.map((ring) => thinRing(ring.map(place), FINEST)).filter((ring) => ring.length > 3),
		...paintOf(unitId),
		...{ stroke: BORDER.light, width: OUTLINE }
	}));
}

/** Names where there is room for them. */
export function names(
	{ ground, nameOf }: Pick<MapContent, 'ground' | 'nameOf'>,
	{ place }: Fit,
	k: number
): Mark[] {
	const size = TYPE.name * k;
	const wanted = ground.units.flatMap(({ unitId, label }) => {
		const name = nameOf(unitId);
		if (!label || !name) return [];
		const [x, y] = place(label);
		return { ...name, x, y };
	});
	return placeNames(wanted, size).map(({ text: name, x, y }) =>
		text(x, y, name, size, { anchor: 'middle', halo: '#ffffff' })
	);
}

/** Meridians run straight up in the middle of the map, and nearly so at its sides. */
export function north({ x, y, width }: Box, k: number): Mark[] {
	const [cx, cy] = [x + width - 8 * k, y + 8 * k];
	return [
		{
			kind: 'area',
			rings: [
				[
					[cx, cy],
					[cx + 2.2 * k, cy + 8 * k],
					[cx, cy + 6.2 * k],
					[cx - 2.2 * k, cy + 8 * k],
					[cx, cy]
				]
			],
			...{ fill: INK.light, stroke: INK.light, width: 0.1 * k }
		},
		text(cx, cy - 1 * k, m.sheet_north(), TYPE.text * k, {
			anchor: 'middle',
			bold: true,
			halo: '#ffffff'
		})
	];
}

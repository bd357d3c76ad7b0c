import type { Circle, LabelNote, MeasureText, PlacedLabel } from '../labels/label-types.ts';
import { placeLabels } from '../labels/place-labels.ts';
import { isSeat } from '../labels/seat.ts';
import { needsRelapseNote } from '../labels/relapse-note.ts';
import type { FrameUnit } from '../wire.ts';
import type { GroundShape } from './ground.ts';
import type { MapScene } from './map-scene.ts';

/** How names are set on a drawn map. */
export interface NameForm {
	/** Scale of the type: names are 11 px high at 1. */
	factor: number;
	measure: MeasureText;
	/** "Noong Bua: tái phức tạp". */
	relapseText: (name: string) => string;
	/** Id of the chosen commune. */
	chosen?: number | undefined;
	/** Bubbles, which names do not cover. */
	obstacles?: readonly Circle[];
}

const MARK_PX = 6;

/** Names of the communes on a drawn map, placed as on the live one. */
export function placeMapNames(
	scene: MapScene,
	units: readonly FrameUnit[],
	{ factor, measure, relapseText, chosen, obstacles = [] }: NameForm
): PlacedLabel[] {
	const { size, placing, ground, relapsed, partShapes } = scene;
	const shapes = new Map(ground.shapes.map((shape) => [shape.id, shape]));
	const marked = new Set(relapsed.map(({ id }) => id));
	const named = new Set(units.map(({ name }) => name));
	const notes = relapsed.flatMap(({ id, name, label, former }): LabelNote[] => {
		const part = partShapes.get(id);
		if (!former || !part || !needsRelapseNote(narrowSide(part), factor, named.has(name))) return [];
		return [{ id: -id, text: relapseText(name), tone: 'relapse', anchor: placing(label) }];
	});
	return placeLabels({
		box: size,
		factor,
		measure,
		reserved: [],
		leadersFor: 'all',
		extraLeaders: notes,
		units: units.flatMap((unit) => {
			const anchor = placing(unit.label);
			const [x, y] = anchor;
			if (x < 0 || y < 0 || x > size.width || y > size.height) return [];
			return [
				{
					id: unit.id,
					name: unit.name,
					anchor,
					polygons: shapes.get(unit.id)?.polygons ?? [],
					importance: {
						capital: isSeat(unit),
						chosen: unit.id === chosen,
						marked: marked.has(unit.id),
						ward: unit.kind === 'Phường',
						areaKm2: unit.areaKm2
					}
				}
			];
		}),
		avoid: [
			...obstacles,
			...relapsed.map(({ label }) => {
				const [x, y] = placing(label);
				return { x, y, r: MARK_PX * Math.sqrt(factor) };
			})
		]
	});
}

/** The shorter side of a shape's box, in pixels. */
function narrowSide({ bounds: { left, top, right, bottom } }: GroundShape): number {
	return Math.min(right - left, bottom - top);
}

import type { LabelImportance, LabelInput, LabelUnit, PlacedLabel, Rect } from './label-types.ts';

/** Every letter is half as wide as the type is high. */
const measureEvenly = (text: string, fontPx: number): number => text.length * fontPx * 0.5;

/** A rectangular unit with its anchor in the middle. */
export function rectangle(
	id: number,
	name: string,
	{ x, y, width, height }: Rect,
	importance: Partial<LabelImportance> = {}
): LabelUnit {
	return {
		id,
		name,
		polygons: [
			[
				[
					[x, y],
					[x + width, y],
					[x + width, y + height],
					[x, y + height],
					[x, y]
				]
			]
		],
		anchor: [x + width / 2, y + height / 2],
		importance: {
			capital: false,
			chosen: false,
			marked: false,
			ward: false,
			areaKm2: (width * height) / 10,
			...importance
		}
	};
}

/** A map of 400 × 300 pixels with nothing but its units. */
export function labelInput(
	units: readonly LabelUnit[],
	more: Partial<LabelInput> = {}
): LabelInput {
	return {
		box: { width: 400, height: 300 },
		reserved: [],
		units,
		factor: 1,
		measure: measureEvenly,
		leadersFor: 'all',
		avoid: [],
		extraLeaders: [],
		...more
	};
}

/** The rectangle of a label's text. */
export function boxOf({ x, y, width, height }: PlacedLabel): Rect {
	return { x: x - width / 2, y: y - height / 2, width, height };
}

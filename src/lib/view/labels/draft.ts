import type { Circle, LabelInput, LabelUnit, Point } from './label-types.ts';
import type { Shape } from './shape.ts';
import { oneLine, twoLines, type TextBlock } from './text-block.ts';

/** Size of names in pixels at factor 1, and of the capital's. */
const FONT_PX = 11;
const CAPITAL_FONT_PX = 12.3;

/** A label that has no place yet. */
export interface Draft {
	readonly id: number;
	readonly kind: 'unit' | 'note';
	readonly anchor: Point;
	/** What its leader runs to. */
	readonly target: Circle;
	/** Its text in one line, as it stands beside the province. */
	readonly block: TextBlock;
	/** Its text as it may stand inside: in one line and, where it can be broken, in two. */
	readonly blocks: readonly TextBlock[];
	/** Where it may stand inside; undefined for what belongs beside the province. */
	readonly shape: Shape | undefined;
	readonly capital: boolean;
	readonly tone: string | undefined;
}

/**
 * The names to be placed, the most important first; a unit that a note names needs no name besides.
 *
 * @param shapes in which the names may stand, in the order of the units
 */
export function unitDrafts(
	{ units, extraLeaders, factor, measure }: LabelInput,
	shapes: readonly (Shape | undefined)[]
): Draft[] {
	const noted = new Set(extraLeaders.map(({ id }) => id));
	return units
		.map((unit, index) => ({ unit, shape: shapes[index] }))
		.filter(({ unit: { id, importance } }) => importance.capital || !noted.has(id))
		.sort((a, b) => byImportance(a.unit, b.unit))
		.map(({ unit: { id, name, anchor, bubble, importance }, shape }) => {
			const { capital, chosen } = importance;
			const fontPx = (capital ? CAPITAL_FONT_PX : FONT_PX) * factor;
			const block = oneLine(name, fontPx, capital || chosen, measure);
			const broken = twoLines(name, fontPx, capital || chosen, measure);
			return {
				id,
				kind: 'unit',
				anchor,
				target: bubble ?? spot(anchor),
				block,
				blocks: broken ? [block, broken] : [block],
				shape,
				capital,
				tone: undefined
			};
		});
}

/** The notes to be placed, in the order given. */
export function noteDrafts({ extraLeaders, factor, measure }: LabelInput): Draft[] {
	return extraLeaders.map(({ id, text, anchor, tone }) => ({
		id,
		kind: 'note',
		anchor,
		target: spot(anchor),
		block: oneLine(text, FONT_PX * factor, true, measure),
		blocks: [],
		shape: undefined,
		capital: false,
		tone
	}));
}

function spot([x, y]: Point): Circle {
	return { x, y, r: 0 };
}

function byImportance(a: LabelUnit, b: LabelUnit): number {
	const [one, other] = [a.importance, b.importance];
	return (
		Number(other.capital) - Number(one.capital) ||
		Number(other.chosen) - Number(one.chosen) ||
		Number(other.marked) - Number(one.marked) ||
		Number(other.ward) - Number(one.ward) ||
		other.areaKm2 - one.areaKm2 ||
		a.id - b.id
	);
}

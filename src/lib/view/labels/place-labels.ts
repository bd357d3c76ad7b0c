import type { LabelInput, PlacedLabel, Rect } from './label-types.ts';
import { withOptional, withRequired } from './beside-names.ts';
import { noteDrafts, unitDrafts, type Draft } from './draft.ts';
import { standAnywhere, standInside, type Standing } from './inside-names.ts';
import { TEST_POINTS } from './inside-places.ts';
import { LeaderColumns } from './leader-columns.ts';
import type { LeaderSpot } from './leader-spots.ts';
import { Shape } from './shape.ts';
import { Surroundings } from './surroundings.ts';
import type { TextBlock } from './text-block.ts';

/** Test points that lie in the own shape where not all can. */
const ENOUGH_POINTS = 4;

/**
 * Puts the names of a map's units where they can be read: inside the shape in one line, else in two, else
 * beside the province at the end of a leader. No label covers another one, a leader, a mark or what is
 * reserved, and no leader crosses another one.
 *
 * The capital is always named: where all else fails its name stands at the nearest free place, if need be
 * over a mark, and is absent only where the map has no free place at all. Notes come next, at the end of a
 * leader however long. What else finds no place is absent.
 *
 * @param input in pixels of the map's box
 * @returns labels from the most important to the least, then notes; the same for the same input
 */
export function placeLabels(input: LabelInput): PlacedLabel[] {
	const shapes = input.units.map(({ polygons }) => new Shape(polygons));
	const homes = input.units.map(({ room }, at) => (room ? new Shape(room) : shapes[at]));
	const [units, notes] = [unitDrafts(input, homes), noteDrafts(input)];
	const around = new Surroundings(input, shapes);
	const capitals = units.filter(({ capital }) => capital);
	const others = units.filter(({ capital }) => !capital);

	let standing: readonly Standing[] = [];
	for (const enough of [TEST_POINTS, ENOUGH_POINTS]) {
		for (const capital of without(capitals, standing)) {
			const place = standInside(capital, enough, standing, around);
			if (place) standing = [...standing, place];
		}
	}
	// What cannot do without a leader takes it before the names inside, which keep clear of it.
	let columns = withRequired(
		without(capitals, standing),
		{ standing, columns: new LeaderColumns<Draft>(input.factor) },
		around,
		input
	);
	for (const capital of without(capitals, standing)) {
		const leaders = columns.places();
		if (leaders.has(capital)) continue;
		const taken = [...standing, ...leaders.values()];
		const place = standAnywhere(capital, taken, around, input.box);
		if (place) standing = [...standing, place];
	}
	columns = withRequired(notes, { standing, columns }, around, input);
	const lines = [...columns.places().values()];
	for (const enough of [TEST_POINTS, ENOUGH_POINTS]) {
		for (const other of without(others, standing)) {
			const place = standInside(other, enough, [...standing, ...lines], around);
			if (place) standing = [...standing, place];
		}
	}
	// Their texts may now move up or down for the others that need a leader.
	const beside = withOptional(
		input.leadersFor === 'all' ? without(others, standing) : [],
		{ standing, columns: columns.clearOf(standing) },
		around,
		input.factor
	);
	return finished([...units, ...notes], beside.standing, beside.columns.places());
}

function without(drafts: readonly Draft[], standing: readonly Standing[]): Draft[] {
	const placed = new Set(standing.map(({ draft }) => draft));
	return drafts.filter((draft) => !placed.has(draft));
}

function finished(
	drafts: readonly Draft[],
	standing: readonly Standing[],
	beside: ReadonlyMap<Draft, LeaderSpot>
): PlacedLabel[] {
	const inside = new Map(standing.map((place) => [place.draft, place]));
	return drafts.flatMap((draft) => {
		const place = inside.get(draft);
		if (place) return [placedLabel(draft, place.block, place.rect)];
		const spot = beside.get(draft);
		if (!spot) return [];
		const align = spot.side === 'left' ? 'end' : 'start';
		const dot = spot.line.at(-1) ?? draft.anchor;
		const leader = { points: spot.line, dot, align } as const;
		return [{ ...placedLabel(draft, draft.block, spot.rect), leader }];
	});
}

function placedLabel(draft: Draft, block: TextBlock, rect: Rect): PlacedLabel {
	return {
		id: draft.id,
		kind: draft.kind,
		...block,
		x: rect.x + rect.width / 2,
		y: rect.y + rect.height / 2,
		...(draft.tone === undefined ? {} : { tone: draft.tone })
	};
}

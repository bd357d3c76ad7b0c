import type { LabelInput } from './label-types.ts';
import type { Draft } from './draft.ts';
import type { Standing } from './inside-names.ts';
import { TEST_POINTS } from './inside-places.ts';
import type { LeaderColumns } from './leader-columns.ts';
import { leaderChoices, type LeaderChoices } from './leader-spots.ts';
import { clash } from './occupied.ts';
import type { Surroundings } from './surroundings.ts';

/** Pixels at factor 1 that a leader's text may be up or down from what it names, and the most that its line may cost. */
const REACH = 90;
const LONGEST = 240;
/** Largest number of names that are moved for one without a place. */
const ASKED = 3;

/** Names beside the province, and those that still stand in it. */
export interface Beside {
	readonly columns: LeaderColumns<Draft>;
	readonly standing: readonly Standing[];
}

/** Columns with the labels that cannot do without a leader too, however far it goes. */
export function withRequired(
	drafts: readonly Draft[],
	before: Beside,
	around: Surroundings,
	{ factor, box }: LabelInput
): LeaderColumns<Draft> {
	const { standing } = before;
	let { columns } = before;
	for (const draft of drafts) {
		for (const [reach, longest] of [
			[REACH * factor, LONGEST * factor],
			[box.height, Infinity]
		] as const) {
			const text = { block: draft.block, target: draft.target, reach, longest };
			const choices = leaderChoices(text, Math.sqrt(factor), around);
			const more = columns.with(draft, draft.target, choices, standing);
			if (!more) continue;
			columns = more;
			break;
		}
	}
	return columns;
}

/** Puts names beside the province as far as there is room near them. */
export function withOptional(
	drafts: readonly Draft[],
	before: Beside,
	around: Surroundings,
	factor: number
): Beside {
	const choicesOf = nearChoices(around, factor);
	let { columns, standing } = before;
	const homeless: Draft[] = [];
	for (const draft of drafts) {
		const more = columns.with(draft, draft.target, choicesOf(draft), standing);
		if (more) columns = more;
		else homeless.push(draft);
	}
	for (const draft of homeless) {
		const more =
			standing === before.standing
				? undefined
				: columns.with(draft, draft.target, choicesOf(draft), standing);
		if (more) columns = more;
		else ({ columns, standing } = madeRoom(draft, { columns, standing }, choicesOf));
	}
	return { columns: columns.settled(choicesOf, standing), standing };
}

/** Has a name that stands in its shape badly move to the province's side, where that lets another one pass. */
function madeRoom(
	draft: Draft,
	before: Beside,
	choicesOf: (draft: Draft) => LeaderChoices
): Beside {
	const choices = choicesOf(draft);
	for (const name of inTheWay(choices, before.standing)) {
		const standing = before.standing.filter((each) => each !== name);
		const columns = before.columns
			.with(draft, draft.target, choices, standing)
			?.with(name.draft, name.draft.target, choicesOf(name.draft), standing);
		if (columns) return { columns, standing };
	}
	return before;
}

/** Names that alone block a text's best places. */
function inTheWay({ left, right }: LeaderChoices, standing: readonly Standing[]): Set<Standing> {
	const found = new Set<Standing>();
	for (const spot of [...left, ...right].sort((a, b) => a.cost - b.cost)) {
		const [name, another] = standing.filter((each) => clash(each, spot));
		if (name && !another && !name.draft.capital && name.inside < TEST_POINTS) found.add(name);
		if (found.size === ASKED) break;
	}
	return found;
}

/** Finds the places for a label near its anchor, once for each. */
function nearChoices(around: Surroundings, factor: number): (draft: Draft) => LeaderChoices {
	const known = new Map<Draft, LeaderChoices>();
	return (draft) => {
		let choices = known.get(draft);
		if (!choices) {
			const { block, target } = draft;
			const text = { block, target, reach: REACH * factor, longest: LONGEST * factor };
			choices = leaderChoices(text, Math.sqrt(factor), around);
			known.set(draft, choices);
		}
		return choices;
	};
}

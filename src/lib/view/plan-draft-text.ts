import { codesOf } from '#lib/domain/plan/carry-draft.ts';
import { CRITERIA } from '#lib/domain/plan/criteria.ts';
import { listDemands } from '#lib/domain/plan/demands.ts';
import type { PlanDraft } from '#lib/domain/plan/draft.ts';
import { m } from '#lib/paraglide/messages.js';
import { criterionLabel, demandText, normalisationLabel } from './plan-text.ts';

/**
 * What a draft demands, in words.
 *
 * @param nameOf name of a commune by its code
 */
export function draftDemands(draft: PlanDraft, nameOf: (code: string) => string): string[] {
	// Communes of a draft are named by code; their numbers are places in the list.
	const codes = codesOf(draft);
	const places = (list: readonly string[]) => list.map((code) => codes.indexOf(code));
	const nameAt = (place: number) => nameOf(codes[place] ?? '');
	const demands = listDemands({
		...draft,
		costs: [],
		must: places(draft.must),
		mustNot: places(draft.mustNot),
		sets: draft.sets.map((set) => ({ ...set, unitIds: places(set.codes) }))
	});
	return demands.map((demand) => {
		const text = demandText(demand, nameAt);
		// On paper there is nothing to open: a group says who is in it.
		return 'unitIds' in demand ? `${text} (${demand.unitIds.map(nameAt).join(', ')})` : text;
	});
}

/** The weights of a draft, and how values are brought to one scale. */
export function draftWeights({ weights, how }: PlanDraft): string {
	const used = CRITERIA.filter((criterion) => weights[criterion] > 0);
	return m.annex_weights({
		weights: used.map((each) => `${criterionLabel(each)} ${weights[each]}`).join('; '),
		how: normalisationLabel(how).toLocaleLowerCase()
	});
}

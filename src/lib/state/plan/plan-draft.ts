import { EMPTY_DRAFT, toDraft, type PlanDraft } from '#lib/domain/plan/draft.ts';

const KEY = 'plan';

/** The draft of this tab, as far as it is one; what it lacks is as in an empty one. */
export function readDraft(): PlanDraft {
	try {
		return toDraft(JSON.parse(sessionStorage.getItem(KEY) ?? '{}'));
	} catch {
		return EMPTY_DRAFT;
	}
}

export function keepDraft(draft: PlanDraft): void {
	sessionStorage.setItem(KEY, JSON.stringify(draft));
}

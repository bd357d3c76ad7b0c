import { carryDraft, codesOf } from '#lib/domain/plan/carry-draft.ts';
import type { PlanDraft } from '#lib/domain/plan/draft.ts';
import type { IsoDate } from '#lib/domain/period.ts';
import { fetchHeirs } from '../fetch-heirs.ts';

/** What became of the communes that a draft named; no list where their boundaries are not known any more. */
export interface Carried {
	from: IsoDate;
	list?: { name: string; heirs: string[] }[];
}

type CommuneFields = Pick<
	PlanDraft,
	'must' | 'mustNot' | 'costs' | 'exceptions' | 'sets' | 'proposals'
>;

/** What a draft says of single communes, with none of them said. */
export function withoutCommunes(draft: PlanDraft): CommuneFields {
	return communeFields(carryDraft(draft, () => []));
}

/** What a draft says of single communes, said of what they are on the boundaries since `to`. */
export async function carryOver(
	draft: PlanDraft,
	from: IsoDate,
	to: IsoDate
): Promise<{ change: Partial<PlanDraft>; carried: Carried | undefined }> {
	const codes = codesOf(draft);
	if (codes.length === 0) return { change: {}, carried: undefined };
	const heirs = await fetchHeirs(from, to);
	if (Object.keys(heirs).length === 0) return { change: {}, carried: { from } };
	const carriedDraft = carryDraft(
		draft,
		(code) => heirs[code]?.heirs.map((heir) => heir.code) ?? []
	);
	return {
		change: communeFields(carriedDraft),
		carried: {
			from,
			list: codes.map((code) => ({
				name: heirs[code]?.name ?? code,
				heirs: heirs[code]?.heirs.map(({ name }) => name) ?? []
			}))
		}
	};
}

function communeFields(draft: PlanDraft): CommuneFields {
	const { must, mustNot, costs, exceptions, sets, proposals } = draft;
	return { must, mustNot, costs, exceptions, sets, proposals };
}

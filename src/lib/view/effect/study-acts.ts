import type { Study } from '#lib/domain/effect/study-types.ts';
import { yearOf } from '#lib/domain/period.ts';

/** Another question that may say more. */
export type StudyAct =
	/** All years of approval together. */
	| { is: 'all-years'; from: number; to: number; communes: number }
	/** Default years. */
	| { is: 'usual-years' }
	/** One year of approval, where most communes were. */
	| { is: 'one-year'; year: number; communes: number }
	/** The communes that were left out by hand take part again. */
	| { is: 'take-back'; communes: number }
	| { is: 'other-track'; code: string };

/**
 * What a reader may ask instead, to come nearer to an answer.
 *
 * @param asked whether the address names years, and how many communes it leaves out
 * @param tracks codes of the other tracks that can be judged
 */
export function studyActs(
	{ years, approvals }: Pick<Study, 'years' | 'approvals'>,
	asked: { years: boolean; without: number },
	tracks: readonly string[]
): StudyAct[] {
	const acts: StudyAct[] = [];
	const [from, to] = [yearOf(approvals.from), yearOf(approvals.to)];
	const [first, last] = [years[0]?.year, years.at(-1)?.year];
	const sum = (list: Study['years']) => list.reduce((all, { communes }) => all + communes, 0);
	if (asked.without > 0) acts.push({ is: 'take-back', communes: asked.without });
	if (first !== undefined && last !== undefined && (first < from || last > to)) {
		acts.push({ is: 'all-years', from: first, to: last, communes: sum(years) });
	}
	if (asked.years) acts.push({ is: 'usual-years' });
	const [most] = years.toSorted((a, b) => b.communes - a.communes);
	if (most && from !== to) acts.push({ is: 'one-year', year: most.year, communes: most.communes });
	return [...acts, ...tracks.map((code) => ({ is: 'other-track', code }) as const)];
}

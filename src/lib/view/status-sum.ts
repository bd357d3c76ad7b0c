import { statusCode, type StatusClass } from '#lib/domain/map-class.ts';

/** States of a commune that was recognised as transformed, whatever came after. */
export const REACHED = [
	'met',
	'exited',
	'relapsed',
	'retransforming'
] as const satisfies StatusClass[];
/** States of a recognised commune that has kept it. */
export const KEPT = ['met', 'exited'] as const satisfies StatusClass[];
/** States of a recognised commune that fell back. */
export const RELAPSED = ['relapsed', 'retransforming'] as const satisfies StatusClass[];
/** States of an approved commune that was never recognised. */
export const NEVER_REACHED = [
	'active',
	'approved',
	'appraisal',
	'not_met'
] as const satisfies StatusClass[];
/** Every state in which a commune has ever been approved. */
export const APPROVED: readonly StatusClass[] = [...REACHED, ...NEVER_REACHED];
/** States of a commune that was never approved, and the fallback of several. */
const NEVER_APPROVED = [
	'proposed',
	'survey',
	'none',
	'succeeded',
	'mixed'
] as const satisfies StatusClass[];

/** One state with the number of communes in it. */
export interface StatusCount {
	status: StatusClass;
	code: number;
	count: number;
}

/** The legend of status as a sum: the parts of each headline stand above it. */
export interface StatusSum {
	reached: StatusCount[];
	/** Sum of `reached`. */
	transformed: number;
	neverReached: StatusCount[];
	/** Sum of `reached` and `neverReached`. */
	approved: number;
	others: StatusCount[];
	total: number;
	/** States that no commune is in. */
	absent: StatusClass[];
}

/**
 * Sums up communes by state.
 *
 * @param counts communes by class code; other codes than those of states are left out
 * @example sumStatuses(new Map([[statusCode('met'), 2], [statusCode('none'), 3]])).total // 5
 */
export function sumStatuses(counts: ReadonlyMap<number, number>): StatusSum {
	const listed = (statuses: readonly StatusClass[]): StatusCount[] =>
		statuses.map((status) => {
			const code = statusCode(status);
			return { status, code, count: counts.get(code) ?? 0 };
		});
	const sum = (list: readonly StatusCount[]) => list.reduce((total, { count }) => total + count, 0);
	const reached = listed(REACHED);
	const neverReached = listed(NEVER_REACHED);
	const others = listed(NEVER_APPROVED);
	const present = (list: StatusCount[]) => list.filter(({ count }) => count > 0);
	const transformed = sum(reached);
	const approved = transformed + sum(neverReached);
	return {
		reached: present(reached),
		transformed,
		neverReached: present(neverReached),
		approved,
		others: present(others),
		total: approved + sum(others),
		absent: [...reached, ...neverReached, ...others].flatMap(({ status, count }) =>
			// The fallback and what a merger ended are no states to miss.
			count === 0 && status !== 'mixed' && status !== 'succeeded' ? [status] : []
		)
	};
}

import type { Exposed } from '../evidence/smoothing.ts';
import type { TrackHistory } from '../track-history.ts';
import { expose, later, type Candidate } from './candidates.ts';
import type { Span, Study, StudyQuestion } from './study-types.ts';

/** At most so many months before approval are held against the same months some years later. */
export const MOST_BEFORE = 24;
const FEWEST_BEFORE = 5;

/** A treated commune that can be looked at. */
interface Treated {
	candidate: Candidate;
	window: Span;
	before: Exposed;
	after: Exposed;
}

/** The communes that are asked about, and those of them that cannot be looked at. */
export function listTreated(
	{ dataMonths }: TrackHistory,
	candidates: readonly Candidate[],
	{ unitIds, lag }: StudyQuestion
): { pairs: Treated[]; left: Study['left'] } {
	const pairs: Treated[] = [];
	const left: Study['left'] = [];
	for (const candidate of candidates) {
		const { unitId, approved } = candidate;
		const asked = unitIds === undefined ? approved !== undefined : unitIds.includes(unitId);
		if (!asked) continue;
		if (approved === undefined || !dataMonths) {
			left.push({ unitId, reason: 'no-approval' });
			continue;
		}
		const window = { from: Math.max(dataMonths.from, approved - MOST_BEFORE), to: approved - 1 };
		if (window.to - window.from + 1 < FEWEST_BEFORE) {
			left.push({ unitId, reason: 'before-data' });
			continue;
		}
		const before = expose(candidate, window);
		const after = expose(candidate, later(window, lag));
		if (typeof before === 'string' || typeof after === 'string') {
			const reason = before === 'no-population' || after === 'no-population';
			left.push({ unitId, reason: reason ? 'no-population' : 'too-short' });
		} else pairs.push({ candidate, window, before, after });
	}
	return { pairs, left };
}

/** A commune to compare with. */
interface Compared {
	control: Candidate;
	before: Exposed;
	after: Exposed;
}

/** The free communes nearest to one by rate and population before, of its kind as long as there are any. */
export function nearest(
	treated: Candidate,
	window: Span,
	own: Exposed,
	free: ReadonlySet<Candidate>,
	lag: number,
	most: number
): Compared[] {
	const known = [...free].flatMap((control): Compared[] => {
		const before = expose(control, window);
		const after = expose(control, later(window, lag));
		return typeof before === 'string' || typeof after === 'string'
			? []
			: [{ control, before, after }];
	});
	const same = known.filter(({ control }) => control.kind === treated.kind);
	const pool = same.length >= most ? same : known;
	// Half an event keeps a quiet commune from being infinitely far from the next.
	const level = ({ count, exposure }: Exposed) => Math.log((count + 0.5) / exposure);
	const distance = ({ before }: Compared) =>
		Math.hypot(level(before) - level(own), Math.log(before.exposure / own.exposure));
	return pool
		.map((each) => ({ each, distance: distance(each) }))
		.sort((a, b) => a.distance - b.distance || a.each.control.unitId - b.each.control.unitId)
		.slice(0, most)
		.map(({ each }) => each);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusEvent } from './fixtures/build-history.ts';
import { addDays } from './period.ts';
import {
	byEffect,
	findForbiddenMoves,
	isStatus,
	shownStatusAt,
	statusAt,
	STATUSES,
	type Status,
	type StatusEvent
} from './status.ts';

const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2017-02-14', days));
const anyRecord = fc
	.array(fc.tuple(fc.constantFrom(...STATUSES), day), { maxLength: 20 })
	.map((entries) => entries.map(([status, date]) => statusEvent(1, status, date)));

describe('statusAt', () => {
	it('is the same in whatever order the events were written', () => {
		const shuffled = anyRecord.chain((events) =>
			fc.tuple(
				fc.constant(events),
				fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length })
			)
		);
		fc.assert(
			fc.property(shuffled, day, ([events, others], date) => {
				const [one, other] = [events, others].map((each) => [...each].sort(byEffect));
				expect(statusAt(one ?? [], date)).toBe(statusAt(other ?? [], date));
			})
		);
	});

	it('rests on the events up to the date only', () => {
		fc.assert(
			fc.property(anyRecord, day, (events, date) => {
				const sorted = [...events].sort(byEffect);
				const until = sorted.filter((event) => event.effectiveDate <= date);
				expect(statusAt(sorted, date)).toBe(statusAt(until, date));
				expect(statusAt(sorted, date)).toBe(until.at(-1)?.status ?? 'none');
			})
		);
	});

	it('changes on the day of the event, and the later entry of one day holds', () => {
		const approved = statusEvent(1, 'approved', '2018-03-01');
		const active = statusEvent(1, 'active', '2018-03-01');
		const events = [active, approved].sort(byEffect);
		expect(statusAt(events, '2018-02-28')).toBe('none');
		expect(statusAt(events, '2018-03-01')).toBe('active');
	});
});

/** The programme's rules, written down a second time. */
const RULES: Record<Status, Status[]> = {
	none: ['survey', 'proposed', 'approved', 'succeeded'],
	survey: ['proposed', 'succeeded'],
	proposed: ['approved', 'succeeded'],
	approved: ['active', 'succeeded'],
	active: ['appraisal', 'succeeded'],
	appraisal: ['met', 'not_met', 'succeeded'],
	met: ['exited', 'relapsed', 'succeeded'],
	not_met: ['active', 'succeeded'],
	exited: ['relapsed', 'succeeded'],
	relapsed: ['proposed', 'succeeded'],
	succeeded: []
};

/** A walk by the rules, each step chosen by one number. */
function walk(choices: readonly number[]): StatusEvent[] {
	const events: StatusEvent[] = [];
	let at: Status = 'none';
	for (const [index, choice] of choices.entries()) {
		const ways: Status[] = RULES[at];
		const next = ways[choice % ways.length];
		if (next === undefined) break;
		events.push(statusEvent(1, (at = next), addDays('2017-02-14', index * 30)));
	}
	return events;
}

const choices = fc.array(fc.nat({ max: 60 }), { maxLength: 30 });

describe('findForbiddenMoves', () => {
	it('accepts every walk by the rules', () => {
		fc.assert(
			fc.property(choices, (each) => {
				expect(findForbiddenMoves(walk(each))).toEqual([]);
			})
		);
	});

	it('names the move that is against them, and only that', () => {
		fc.assert(
			fc.property(choices, fc.constantFrom(...STATUSES), (each, status) => {
				const events = walk(each);
				const from = events.at(-1)?.status ?? 'none';
				fc.pre(!RULES[from].includes(status));
				const wrong = statusEvent(1, status, '2030-01-01');
				expect(findForbiddenMoves([...events, wrong])).toEqual([{ event: wrong, from }]);
			})
		);
	});
});

describe('isStatus', () => {
	it('knows the codes and nothing else', () => {
		expect(STATUSES.every(isStatus)).toBe(true);
		expect(isStatus('Met')).toBe(false);
		expect(isStatus('toString')).toBe(false);
	});
});

describe('shownStatusAt', () => {
	const record = (...entries: [Status, string][]) =>
		entries.map(([status, date]) => statusEvent(1, status, date));
	const relapse = record(
		['approved', '2018-01-01'],
		['active', '2018-02-01'],
		['met', '2019-01-01'],
		['relapsed', '2020-01-01'],
		['proposed', '2020-06-01'],
		['approved', '2020-09-01'],
		['active', '2021-01-01'],
		['appraisal', '2022-01-01'],
		['met', '2023-01-01']
	);

	it('keeps a relapse until the commune is in progress again, and then until it is recognised anew', () => {
		const shown = relapse.map(({ effectiveDate }) => shownStatusAt(relapse, effectiveDate));
		expect(shown).toEqual([
			'approved',
			'active',
			'met',
			'relapsed',
			'relapsed',
			'relapsed',
			'retransforming',
			'retransforming',
			'met'
		]);
	});

	it('is the recorded state where there was no relapse', () => {
		const plain = record(
			['approved', '2018-01-01'],
			['active', '2018-02-01'],
			['not_met', '2019-01-01']
		);
		for (const { effectiveDate } of plain) {
			expect(shownStatusAt(plain, effectiveDate)).toBe(statusAt(plain, effectiveDate));
		}
	});

	it('knows nothing of later events', () => {
		fc.assert(
			fc.property(anyRecord, day, (events, date) => {
				const sorted = [...events].sort(byEffect);
				const until = sorted.filter((event) => event.effectiveDate <= date);
				expect(shownStatusAt(sorted, date)).toBe(shownStatusAt(until, date));
			})
		);
	});
});

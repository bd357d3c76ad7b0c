import {
	FEW_CASES,
	rateOf,
	type CandidateFacts,
	type FormerRecord
} from '#lib/domain/plan/candidate-facts.ts';
import { monthOf, type Scheme } from '#lib/domain/period.ts';
import type { ShownStatus } from '#lib/domain/status.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatDate, formatMonth, formatTenth } from './format.ts';
import { monthName } from './month-name.ts';

/** A rate this many times the province's is a reason by itself. */
const HIGH_RATE = 2;
/** So many model sites or fewer are few. */
const FEW_SITES = 2;

const REACHED: readonly ShownStatus[] = ['met', 'exited'];
const RELAPSED: readonly ShownStatus[] = ['relapsed', 'retransforming'];

/** What a ranking says beside a commune: the weightiest figure first, then the others. */
export interface Why {
	lead: string;
	rest: string[];
	/** So few cases that they say little. */
	few: boolean;
}

export interface WhyScale {
	/** Cases per 10,000 of all communes together; undefined if unknown. */
	provinceRate: number | undefined;
	/** Whether cases rest on how much the police look (◦): more of them are no relapse. */
	detected: boolean;
	calendar: Scheme;
}

/** So many letters fit beside each other in a ranking's two lines. */
const ROOM = 68;
/** What the mark of few cases takes of them. */
const FEW_ROOM = 9;

/** Why a commune stands where it does, in figures, the weightiest first. */
export function whyOf(facts: CandidateFacts, scale: WhyScale): Why {
	const { count } = facts.cases;
	const [change = [], level = []] = changeText(facts, scale);
	const [relapses, other] = recordText(facts.record);
	const [lead = '', ...rest] = [
		...(scale.detected ? [] : alertText(facts, scale.calendar)),
		...change,
		...relapses,
		...level,
		...other,
		...sitesText(facts.sites),
		...monthsText(facts)
	];
	return { lead, rest, few: count !== undefined && count < FEW_CASES };
}

/** As much of the rest as a row has room for; at least the first of it. */
export function restInRow({ lead, rest, few }: Why): string[] {
	let room = ROOM - lead.length - (few ? FEW_ROOM : 0);
	return rest.filter((part, at) => {
		room -= part.length + 2;
		const fits = at === 0 || room >= 0;
		if (!fits) room += part.length + 2;
		return fits;
	});
}

/** All of it, in one sentence each. */
export function whyText(facts: CandidateFacts, scale: WhyScale): string {
	const { lead, rest } = whyOf(facts, scale);
	return [lead, ...rest].map((part) => `${part}.`).join(' ');
}

function alertText({ alert }: CandidateFacts, calendar: Scheme): string[] {
	return alert ? [m.plan_why_alert({ month: monthName(alert.firstSeen, calendar) })] : [];
}

/** What comes first, and what after the record: of many cases a few more say less than a high level. */
function changeText({ cases }: CandidateFacts, { provinceRate }: WhyScale): string[][] {
	const { count, countBefore } = cases;
	if (count === undefined) return [[m.plan_why_no_figures()]];
	const rate = rateOf(cases);
	const times = rate !== undefined && provinceRate ? rate / provinceRate : 0;
	const level = times >= HIGH_RATE ? [m.plan_why_level({ times: formatTenth(times) })] : [];
	if (countBefore === undefined) return [level];
	const change = [changeWords(count - countBefore)];
	const small = (count - countBefore) ** 2 < count + countBefore;
	return small && level.length > 0 ? [level, change] : [change, level];
}

function changeWords(change: number): string {
	const count = formatCount(Math.abs(change));
	if (change === 0) return m.plan_why_same();
	if (change > 0) return change === 1 ? m.plan_why_rose_one() : m.plan_why_rose({ count });
	return change === -1 ? m.plan_why_fell_one() : m.plan_why_fell({ count });
}

/** Relapses, and what else the programme did. */
function recordText(record: readonly FormerRecord[]): [relapses: string[], other: string[]] {
	const alone = record.length === 1;
	const count = formatCount(record.length);
	const reached = record.filter(({ shown }) => REACHED.includes(shown));
	const relapses = record
		.filter(({ shown }) => RELAPSED.includes(shown))
		.flatMap(({ name, since }): string[] => {
			if (since === undefined) return [];
			const date = formatDate(since);
			return [alone ? m.plan_why_relapsed_own({ date }) : m.plan_why_relapsed({ name, date })];
		});
	if (record.length > 0 && record.every(({ shown }) => shown === 'met')) {
		return [
			[alone ? m.plan_why_maintained_own() : m.plan_why_maintained({ count }), ...relapses],
			[]
		];
	}
	if (reached.length > 0) return [relapses, [reachedText(reached, record.length)]];
	const never = record.length > 0 && record.every(({ shown }) => shown === 'none');
	return [relapses, never ? [m.plan_why_never()] : []];
}

function reachedText(reached: readonly FormerRecord[], of: number): string {
	const [first] = reached;
	const exited = reached.filter(({ shown }) => shown === 'exited').length;
	const left = exited > 0 && of > 1 ? m.plan_why_exited({ count: formatCount(exited) }) : '';
	const count = formatCount(of);
	if (reached.length === 1 && first?.since !== undefined) {
		const month = formatMonth(monthOf(first.since, 'calendar'));
		return of === 1
			? m.plan_why_reached_own({ month })
			: m.plan_why_reached({ name: first.name, month });
	}
	if (reached.length === of) return `${m.plan_why_reached_all({ count })}${left}`;
	const some = m.plan_why_reached_some({ reached: formatCount(reached.length), count });
	return `${some}${left}`;
}

function sitesText(sites: number): string[] {
	if (sites === 0) return [m.plan_why_no_sites()];
	if (sites === 1) return [m.plan_why_one_site()];
	return sites <= FEW_SITES ? [m.plan_why_few_sites({ count: formatCount(sites) })] : [];
}

/** Where not every month was reported, counts of two years are no fair comparison. */
function monthsText({ cases: { months } }: CandidateFacts): string[] {
	return months === undefined ? [] : [m.plan_why_months({ months: formatCount(months) })];
}

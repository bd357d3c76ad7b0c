import { at } from '../at.ts';
import { seededRandom, type Random } from '../seeded-random.ts';
import { addDays, daysBetween } from './calendar.ts';
import { between, shuffle } from './distributions.ts';
import type { ProgrammeCommune } from './programme.ts';

/** One entry of a commune's record on a track. Dates are ISO. */
export interface StatusEvent {
	readonly code: string;
	readonly status: string;
	readonly effectiveDate: string;
	readonly documentNumber: string;
	readonly documentDate: string;
	/** The office that signs, never a person. */
	readonly signatory: string;
}

const PROVINCE = 'Trưởng Ban Chỉ đạo tỉnh';
const COMMUNE = 'Trưởng Ban Chỉ đạo cấp xã';
const DISTRICT = 'Chủ tịch Ủy ban nhân dân cấp huyện';
const POLICE = 'Giám đốc Công an tỉnh';
const COUNCIL = 'Chủ tịch Hội đồng thẩm định';

const APPROVALS = ['2017-07-14', '2017-08-25', '2017-09-29', '2017-11-10', '2017-12-22'];
const RECOGNITIONS = ['2019-11-20', '2019-12-27', '2020-03-31', '2020-06-25'];
const LAST_APPRAISAL = '2020-03-31';
const REFORM = '2025-07-01';

/** Days on which communes relapsed, and how far each came after that. */
const RELAPSES = [
	[
		['relapsed', '2022-05-18'],
		['proposed', '2022-07-05'],
		['approved', '2022-08-30'],
		['active', '2022-10-12']
	],
	[
		['relapsed', '2023-03-22'],
		['proposed', '2023-06-14'],
		['approved', '2023-08-16'],
		['active', '2023-09-28']
	],
	[['relapsed', '2024-04-24']]
] as const;
const EXITS = ['2023-06-20', '2023-06-20', '2024-01-30', '2024-11-15'];
const NOT_MET = 2;

/** Office that decides on a status, with the mark of its papers. */
const DECIDERS: Readonly<Record<string, readonly [signatory: string, mark: string]>> = {
	survey: [POLICE, 'KH-CAT'],
	proposed: [DISTRICT, 'TTr-UBND'],
	approved: [PROVINCE, 'QĐ-BCĐ'],
	active: [COMMUNE, 'KH-BCĐ'],
	appraisal: [COUNCIL, 'BB-HĐTĐ'],
	met: [PROVINCE, 'QĐ-BCĐ'],
	not_met: [COUNCIL, 'KL-HĐTĐ'],
	exited: [PROVINCE, 'QĐ-BCĐ'],
	relapsed: [POLICE, 'BC-CAT']
};

export type Step = readonly [status: string, date: string];

function firstPhase(random: Random, reachesTarget: boolean): Step[] {
	const approved = at(APPROVALS, between(random, 0, APPROVALS.length - 1));
	const steps: Step[] = [
		['survey', addDays('2017-02-20', between(random, 0, 70))],
		['proposed', addDays(approved, -between(random, 18, 30))],
		['approved', approved],
		['active', addDays(approved, between(random, 28, 62))]
	];
	if (!reachesTarget)
		return [
			...steps,
			['appraisal', '2020-03-18'],
			['not_met', '2020-05-15'],
			['active', '2020-06-10']
		];
	const met = at(RECOGNITIONS, between(random, 0, RECOGNITIONS.length - 1));
	// The council met no later than March 2020; recognition in June waited for the paper.
	const latest = Math.max(28, daysBetween(LAST_APPRAISAL, met));
	return [
		...steps,
		['appraisal', addDays(met, -between(random, latest, latest + 30))],
		['met', met]
	];
}

/** The record of every listed commune, in order of commune and date. */
export function buildStatusEvents(programme: readonly ProgrammeCommune[]): StatusEvent[] {
	const lots = shuffle(
		seededRandom('courses'),
		programme.map((_, i) => i)
	);
	const steps = programme.flatMap(({ code }, i) => {
		const lot = at(lots, i) - NOT_MET;
		const course = firstPhase(seededRandom(`course ${code}`), lot >= 0);
		course.push(...(RELAPSES[lot] ?? []));
		const exit = EXITS[lot - RELAPSES.length];
		if (exit) course.push(['exited', exit]);
		return course.map(([status, date]) => ({ code, status, date }));
	});
	const events = writeRecords(steps, 'MH');
	return programme.flatMap(({ code }) => [
		...events.filter((event) => event.code === code),
		closingOf(code)
	]);
}

/** One step of each commune's course. */
export interface CourseStep {
	readonly code: string;
	readonly status: string;
	readonly date: string;
}

/** Gives every step its paper. @param prefix what invented numbers of papers begin with */
export function writeRecords(steps: readonly CourseStep[], prefix: string): StatusEvent[] {
	// The province decides for several communes in one paper; proposals and plans are each commune's own.
	const paperKey = (code: string, status: string, date: string): string =>
		`${date} ${status}${status === 'proposed' || status === 'active' ? ` ${code}` : ''}`;
	const papers = new Map<string, string>();
	for (const { code, status, date } of [...steps].sort((a, b) =>
		a.date < b.date ? -1 : a.date > b.date ? 1 : 0
	)) {
		const key = paperKey(code, status, date);
		const mark = DECIDERS[status]?.[1] ?? '';
		if (!papers.has(key))
			papers.set(key, `${prefix}-${String(papers.size + 1).padStart(3, '0')}/${mark} (minh họa)`);
	}
	return steps.map(({ code, status, date }): StatusEvent => {
		const signatory = DECIDERS[status]?.[0] ?? '';
		return {
			code,
			status,
			effectiveDate: date,
			documentNumber: papers.get(paperKey(code, status, date)) ?? '',
			documentDate: date,
			signatory
		};
	});
}

/** How the merger of 2025 closes a commune's record. */
export function closingOf(code: string): StatusEvent {
	return {
		code,
		status: 'succeeded',
		effectiveDate: REFORM,
		documentNumber: '1661/NQ-UBTVQH15',
		documentDate: '2025-06-16',
		signatory: 'Chủ tịch Quốc hội'
	};
}

/** The date on which a commune first came to a status. */
export function firstDateOf(
	events: readonly StatusEvent[],
	code: string,
	status: string
): string | undefined {
	return events.find((event) => event.code === code && event.status === status)?.effectiveDate;
}

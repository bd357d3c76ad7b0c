import type { FrameFigures, Months } from '../evidence/frame-figures.ts';
import { yearsOf } from '../evidence/windows.ts';
import { yearOf, type Month } from '../period.ts';
import { isAvailableIn } from '../reading.ts';
import type { TrackHistory } from '../track-history.ts';
import type { Frame } from '../unit.ts';
import { ratioOver, studyBlocks, type StudyGroups } from './blocks.ts';
import { studyRoles } from './groups.ts';
import { certaintyOf, obstacleOf, outcomeOf, preCheckOf, yearsNeeded } from './judge.ts';
import { studyRing } from './ring.ts';
import { boundShortHistory, monthsBefore } from './short-history.ts';
import type { Study, StudyArm, StudyQuestion } from './study-types.ts';
import { countArm, windowAfter, windowBefore } from './study-windows.ts';

/** A study's group and its windows. */
export interface StudyDesign {
	/** Months of the first and last approval of the group. */
	approvals: Months;
	before: Months | undefined;
	after: Months | undefined;
}

/** How many communes were approved in each year, in their order. */
function approvalYears(approvals: ReadonlyMap<number, Month>): Study['years'] {
	const byYear = new Map<number, number>();
	for (const month of approvals.values()) {
		byYear.set(yearOf(month), (byYear.get(yearOf(month)) ?? 0) + 1);
	}
	return [...byYear]
		.map(([year, communes]) => ({ year, communes }))
		.sort((a, b) => a.year - b.year);
}

/**
 * The group of a question, and its windows: those approved in the years asked for, else in the latest year that both
 * windows exist for; where there is none, in any year.
 *
 * @returns undefined if no commune was approved in those years
 */
export function designStudy(
	approvals: ReadonlyMap<number, Month>,
	data: Months,
	years?: StudyQuestion['years']
): StudyDesign | undefined {
	const designOf = (from: number, to: number): StudyDesign | undefined => {
		const months = [...approvals.values()].filter(
			(month) => yearOf(month) >= from && yearOf(month) <= to
		);
		if (months.length === 0) return undefined;
		const group = { from: Math.min(...months), to: Math.max(...months) };
		return {
			approvals: group,
			before: windowBefore(group.from, data),
			after: windowAfter(group.to, data)
		};
	};
	if (years) return designOf(years.from, years.to);
	const known = approvalYears(approvals);
	const designs = known.flatMap(({ year }) => designOf(year, year) ?? []);
	return (
		designs.findLast(({ before, after }) => before && after) ??
		designOf(known[0]?.year ?? 0, known.at(-1)?.year ?? 0)
	);
}

/** The earliest boundaries on which all units go on to a month: former communes as long as they were there. */
export function findStudyFrame(history: TrackHistory, until: Month): Frame | undefined {
	return history.frames.find(({ unitIds }) =>
		unitIds.every((id) => isAvailableIn(history, id, until))
	);
}

/**
 * Did it work? Compares all communes approved in some years with all that were not, over whole years well before and
 * well after (difference in differences with never-treated controls, Callaway and Sant'Anna 2021; windows held away
 * from the selection period, Chabé-Ferret 2015). No commune is matched, so no order of communes plays a part.
 *
 * @param figures of `frame`, in the order of its units
 * @param neighboursOf rows around a row
 */
export function studyEffect(
	history: TrackHistory,
	frame: Frame,
	figures: FrameFigures,
	approvals: ReadonlyMap<number, Month>,
	design: StudyDesign,
	without: readonly number[],
	neighboursOf: (row: number) => readonly number[]
): Study {
	const { before, after } = design;
	const roles = studyRoles(
		history,
		frame,
		approvals,
		design.approvals,
		after?.to ?? figures.data.to
	);
	const left: Study['left'] = [];
	const arms: Record<'treated' | 'control', StudyArm[]> = { treated: [], control: [] };
	const rows: Record<'treated' | 'control', number[]> = { treated: [], control: [] };
	roles.forEach((role, row) => {
		const unitId = frame.unitIds[row]!;
		if (role === 'control' && without.includes(unitId)) {
			left.push({ unitId, reason: 'taken-out' });
		} else if (role !== 'treated' && role !== 'control') {
			left.push({ unitId, reason: role });
		} else {
			const arm = before && after ? countArm(figures, row, before, after) : undefined;
			if (before && after && !arm) left.push({ unitId, reason: 'not-reported' });
			else {
				rows[role].push(row);
				if (arm) arms[role].push({ unitId, ...arm });
			}
		}
	});
	const study = {
		frame: frame.from,
		years: approvalYears(approvals),
		approvals: design.approvals,
		treated: arms.treated,
		controls: arms.control,
		left
	};
	const groups: StudyGroups = { treated: rows.treated, controls: rows.control };
	return before && after
		? {
				...study,
				before,
				after,
				...judge(figures, groups, design.approvals, before, after, neighboursOf)
			}
		: { ...study, ...withoutWindows(figures, groups, design) };
}

function judge(
	figures: FrameFigures,
	groups: StudyGroups,
	approvals: Months,
	before: Months,
	after: Months,
	neighboursOf: (row: number) => readonly number[]
): Pick<Study, 'outcome' | 'certainty' | 'preCheck' | 'blocks'> & Partial<Study> {
	const ratio = ratioOver(figures, groups, before, after);
	const preCheck = preCheckOf(compareYearsBefore(figures, groups, before));
	const obstacle =
		obstacleOf(groups.treated.length, groups.controls.length, ratio) ??
		(preCheck === 'failed' ? 'moved-apart' : undefined);
	const found = ratio && !obstacle ? outcomeOf(ratio) : 'cannot-tell';
	const needed = ratio && yearsNeeded(ratio, after);
	return {
		outcome: found,
		certainty: ratio && !obstacle ? certaintyOf(found, ratio) : 'not-sure',
		preCheck,
		...(found === 'cannot-tell' ? { obstacle: obstacle ?? 'too-wide' } : {}),
		...(ratio ? { ratio } : {}),
		...(needed === undefined ? {} : { yearsNeeded: needed }),
		blocks: studyBlocks(figures, groups, approvals, before),
		ring: studyRing(figures, groups, before, after, neighboursOf)
	};
}

/** The ratio of the window before's second year over its first; undefined where it is one year only. */
function compareYearsBefore(figures: FrameFigures, groups: StudyGroups, before: Months) {
	if (yearsOf(before) < 2) return undefined;
	const second = (before.from + before.to + 1) / 2;
	return ratioOver(
		figures,
		groups,
		{ from: before.from, to: second - 1 },
		{ from: second, to: before.to }
	);
}

/** Without both windows there is no verdict; of a short history at least the ends of what may be. */
function withoutWindows(
	figures: FrameFigures,
	groups: StudyGroups,
	{ approvals, before, after }: StudyDesign
): Pick<Study, 'outcome' | 'certainty' | 'preCheck' | 'blocks'> & Partial<Study> {
	const window = monthsBefore(approvals.from, figures.data);
	const short =
		!before && after && window ? boundShortHistory(figures, groups, window, after) : undefined;
	return {
		outcome: 'cannot-tell',
		obstacle: before ? 'too-recent' : 'short-history',
		certainty: 'not-sure',
		preCheck: 'not-possible',
		blocks: [],
		...(after ? { after } : {}),
		...(before ? { before } : {}),
		...(short ? { short } : {})
	};
}

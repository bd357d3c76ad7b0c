import { rateOf } from '#lib/domain/plan/candidate-facts.ts';
import { toDraft, type PlanDraft } from '#lib/domain/plan/draft.ts';
import type { Scenario, ScenarioOrigin, ScenarioUnit } from '#lib/domain/plan/scenario.ts';
import { parseMonth, type Scheme } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatDate, formatRate, formatWholeShare } from '#lib/view/format.ts';
import { monthName } from '#lib/view/month-name.ts';
import { draftDemands, draftWeights } from '#lib/view/plan-draft-text.ts';
import { reasonText } from '#lib/view/plan-text.ts';
import { whyText, type WhyScale } from '#lib/view/plan-why.ts';
import { sensitivityLabel } from '#lib/view/sensitivity.ts';
import { sourceList } from '#lib/view/source-list.ts';

const ABSENT = '–';

/** What an annex says beside its list. */
export interface AnnexNote {
	/** Name of a commune by its code, on the boundaries of the plan. */
	nameOf: (code: string) => string;
	/** In which calendar its months are. */
	calendar: Scheme;
	/** Whether cases of its track rest on how much the police look (◦). */
	detected: boolean;
}

/** A commune of an annex; missing figures are a dash. */
export interface AnnexRow {
	unit: ScenarioUnit;
	/** "41 (30)": of the last twelve months, and of the same period before. */
	cases: string;
	/** Per 10,000 people. */
	rate: string;
	/** "3 (1–7)". */
	rank: string;
	/** Share of draws in which it is chosen. */
	share: string;
	reason: string;
}

/** An annex in words, whatever file it becomes. */
export interface Annex {
	/** Author of the plan, and its decision if there is one. */
	about: string[];
	rows: AnnexRow[];
	cost: number;
	/** Candidates that were not chosen. */
	refused: AnnexRow[];
	/** What was sent up, and what became of it. */
	proposals: string[];
	demands: string[];
	/** Weights, method, data. */
	method: string[];
}

export function annexOf(scenario: Scenario, note: AnnexNote): Annex {
	const draft = toDraft(scenario.inputs);
	const { chosen, refused = [], provinceRate } = scenario.outcome;
	const scale = { provinceRate, detected: note.detected, calendar: note.calendar };
	const about = [
		m.annex_scenario({
			name: scenario.name,
			author: scenario.author,
			date: formatDate(scenario.createdAt)
		}),
		scenario.decision
			? m.scenario_decided({
					by: scenario.decision.by,
					date: formatDate(scenario.decision.date),
					reason: scenario.decision.reason
				})
			: m.annex_reference(),
		...originNotes(scenario)
	];
	return {
		about,
		rows: chosen.map((unit) => rowOf(unit, scale)),
		cost: chosen.reduce((sum, { cost }) => sum + cost, 0),
		refused: refused.map((unit) => rowOf(unit, scale)),
		proposals: proposalsOf(draft, scenario, note),
		demands: draftDemands(draft, note.nameOf),
		method: [
			m.annex_method_text(),
			...(chosen.some(({ figures }) => figures) ? [m.annex_figures_note()] : []),
			draftWeights(draft),
			...exceptionsOf(draft, note),
			dataOf(scenario, note)
		]
	};
}

function rowOf(unit: ScenarioUnit, scale: WhyScale): AnnexRow {
	const { figures, rank } = unit;
	const { count, countBefore } = figures?.facts.cases ?? {};
	const rate = figures && rateOf(figures.facts.cases);
	const before = countBefore === undefined ? '' : ` (${formatCount(countBefore)})`;
	const ranks = figures?.ranks ? ` (${figures.ranks.low}–${figures.ranks.high})` : '';
	return {
		unit,
		cases: count === undefined ? ABSENT : `${formatCount(count)}${before}`,
		rate: rate === undefined ? ABSENT : formatRate(rate),
		rank: rank === null ? ABSENT : `${rank}${ranks}`,
		share: figures?.share === undefined ? ABSENT : formatWholeShare(figures.share),
		reason: figures ? whyText(figures.facts, scale) : reasonOf(unit)
	};
}

/** What was sent up, with what became of it: chosen, or not and on which rank. */
function proposalsOf(
	{ proposals }: PlanDraft,
	{ outcome }: Scenario,
	{ nameOf }: AnnexNote
): string[] {
	return proposals.map(({ code, by, reason }) =>
		m.annex_proposal_line({
			name: nameOf(code),
			by,
			reason,
			outcome: outcome.chosen.some((unit) => unit.code === code)
				? m.annex_proposal_chosen()
				: m.annex_proposal_refused()
		})
	);
}

/** Names stand in the saved reason; ids only carry them through. */
function reasonOf({ reason }: ScenarioUnit): string {
	if (!reason) return '';
	const names = [...reason.in, ...reason.out];
	const ids = (list: readonly string[]) => list.map((name) => names.indexOf(name));
	return reasonText(
		{
			unitId: -1,
			chosen: true,
			in: ids(reason.in),
			out: ids(reason.out),
			...(reason.loss === null ? {} : { loss: reason.loss })
		},
		(id) => names[id] ?? ''
	);
}

function exceptionsOf({ exceptions }: PlanDraft, { nameOf }: AnnexNote): string[] {
	const list = Object.entries(exceptions).map(([code, reason]) => `${nameOf(code)} (${reason})`);
	return list.length > 0 ? [m.annex_exceptions({ exceptions: list.join('; ') })] : [];
}

/** For whom it is, and whether its figures are invented: of the data that it was made from, not of today's. */
export function originNotes({ origin }: Scenario): string[] {
	if (!origin) return [m.sheet_internal(), m.annex_origin_unknown()];
	return [
		sensitivityLabel({ forPublic: false, sources: origin.sources }),
		...(origin.demonstration ? [m.demonstration_note()] : [])
	];
}

/** Sources as they are cited; of a plan saved before they were kept with it, that there were some. */
export function originSources({ sources }: ScenarioOrigin): string {
	const cited = sources.flatMap((source) => ('subject' in source ? [source] : []));
	return cited.length > 0 ? sourceList(cited) : m.source_earlier();
}

function dataOf({ month, dataVersion, frame, origin }: Scenario, { calendar }: AnnexNote): string {
	const parsed = parseMonth(month);
	return m.annex_data({
		month: parsed === undefined ? month : monthName(parsed, calendar),
		version: String(dataVersion),
		frame: formatDate(frame),
		sources: origin ? originSources(origin) : '–'
	});
}

import { codesOf } from '#lib/domain/plan/carry-draft.ts';
import { listDemands } from '#lib/domain/plan/demands.ts';
import { CRITERIA } from '#lib/domain/plan/criteria.ts';
import { toDraft, type PlanDraft } from '#lib/domain/plan/draft.ts';
import type { Scenario, ScenarioUnit } from '#lib/domain/plan/scenario.ts';
import { parseMonth, type Scheme } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDate } from '#lib/view/format.ts';
import { monthName } from '#lib/view/month-name.ts';
import { criterionLabel, demandText, normalisationLabel, reasonText } from '#lib/view/plan-text.ts';
import { sensitivityLabel } from '#lib/view/sensitivity.ts';
import { sourceList } from '#lib/view/source-list.ts';

/** What an annex says beside its list. */
export interface AnnexNote {
	/** Name of a commune by its code, on the boundaries of the plan. */
	nameOf: (code: string) => string;
	/** In which calendar its months are. */
	calendar: Scheme;
}

export interface AnnexRow {
	unit: ScenarioUnit;
	reason: string;
}

/** An annex in words, whatever file it becomes. */
export interface Annex {
	/** Who made the plan, and who decided or that nobody did. */
	about: string[];
	rows: AnnexRow[];
	cost: number;
	demands: string[];
	/** Weights, method, data. */
	method: string[];
}

export function annexOf(scenario: Scenario, note: AnnexNote): Annex {
	const draft = toDraft(scenario.inputs);
	const { chosen } = scenario.outcome;
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
		rows: chosen.map((unit) => ({ unit, reason: reasonOf(unit) })),
		cost: chosen.reduce((sum, { cost }) => sum + cost, 0),
		demands: demandsOf(draft, note.nameOf),
		method: [
			m.annex_method_text(),
			weightsOf(draft),
			...exceptionsOf(draft, note),
			dataOf(scenario, note)
		]
	};
}

/** Names stand in the saved reason; ids only carry them through. */
function reasonOf({ reason }: ScenarioUnit): string {
	if (!reason) return '';
	const names = [...reason.in, ...reason.out];
	const ids = (list: readonly string[]) => list.map((name) => names.indexOf(name));
	return reasonText(
		{
			...{ unitId: -1, chosen: true, in: ids(reason.in), out: ids(reason.out) },
			...(reason.loss === null ? {} : { loss: reason.loss })
		},
		(id) => names[id] ?? ''
	);
}

/** Communes of a draft are named by code; their numbers are places in the list. */
function demandsOf(draft: PlanDraft, nameOf: (code: string) => string): string[] {
	const codes = codesOf(draft);
	const places = (list: readonly string[]) => list.map((code) => codes.indexOf(code));
	const nameAt = (place: number) => nameOf(codes[place] ?? '');
	const demands = listDemands({
		...draft,
		costs: [],
		must: places(draft.must),
		mustNot: places(draft.mustNot),
		sets: draft.sets.map((set) => ({ ...set, unitIds: places(set.codes) }))
	});
	return demands.map((demand) => {
		const text = demandText(demand, nameAt);
		// On paper there is nothing to open: a group says who is in it.
		return 'unitIds' in demand ? `${text} (${demand.unitIds.map(nameAt).join(', ')})` : text;
	});
}

function weightsOf({ weights, how }: PlanDraft): string {
	const used = CRITERIA.filter((criterion) => weights[criterion] > 0);
	return m.annex_weights({
		weights: used.map((each) => `${criterionLabel(each)} ${weights[each]}`).join('; '),
		how: normalisationLabel(how).toLocaleLowerCase()
	});
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

function dataOf({ month, dataVersion, frame, origin }: Scenario, { calendar }: AnnexNote): string {
	const parsed = parseMonth(month);
	return m.annex_data({
		month: parsed === undefined ? month : monthName(parsed, calendar),
		version: String(dataVersion),
		frame: formatDate(frame),
		sources: origin ? sourceList(origin.sources) : '–'
	});
}

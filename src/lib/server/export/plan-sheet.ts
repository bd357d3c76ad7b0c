import type { Scenario } from '#lib/domain/plan/scenario.ts';
import { parseMonth, type Scheme } from '#lib/domain/period.ts';
import { fullName, type Unit } from '#lib/domain/unit.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDate } from '#lib/view/format.ts';
import { monthName } from '#lib/view/month-name.ts';
import { PAPER } from '#lib/view/palette.ts';
import type { AreaPaint, MapContent } from '../sheet/map-content.ts';
import type { Ground } from '../sheet/project.ts';
import { originNotes, originSources } from './plan-annex.ts';

/** Communes of a plan's map: those that it chose, and the others. */
export const CHOSEN: AreaPaint = { fill: '#23395d' };
export const OTHER: AreaPaint = { fill: PAPER.light };

/** A saved plan's choice as a map sheet's content. */
export function planOnPaper(
	scenario: Scenario,
	note: {
		ground: Ground;
		/** Communes of the plan's boundaries. */
		units: readonly Unit[];
		provinceName: string | null;
		/** In which calendar the plan's month is. */
		calendar: Scheme;
	}
): MapContent {
	const { outcome, decision, month, frame, dataVersion } = scenario;
	const { units, ground, provinceName, calendar } = note;
	// A code alone may mean another commune since boundaries were loaded anew.
	const chosen = new Set(
		units
			.filter((unit) =>
				outcome.chosen.some(({ code, name }) => unit.code === code && fullName(unit) === name)
			)
			.map(({ id }) => id)
	);
	const names = new Map(units.map((unit) => [unit.id, unit]));
	const parsed = parseMonth(month);
	const subtitle = [
		...(provinceName === null ? [] : [provinceName]),
		scenario.name,
		...(parsed === undefined ? [] : [m.sheet_month({ month: monthName(parsed, calendar) })])
	];
	return {
		title: m.plan_sheet_title(),
		subtitle: subtitle.join(' · '),
		ground,
		paintOf: (unitId) => (chosen.has(unitId) ? CHOSEN : OTHER),
		nameOf(unitId) {
			const unit = names.get(unitId);
			// Those that are chosen have their names before all others.
			return unit && { text: unit.name, weight: unit.areaKm2 + (chosen.has(unitId) ? 1e6 : 0) };
		},
		legendTitle: m.sheet_legend_communes(),
		legendUnit: m.legend_units_count(),
		legend: [
			{ label: m.annex_map_chosen(), count: chosen.size, paint: CHOSEN },
			{ label: m.annex_map_other(), count: units.length - chosen.size, paint: OTHER }
		],
		notes: [
			decision
				? m.scenario_decided({ ...decision, date: formatDate(decision.date) })
				: m.annex_reference(),
			...originNotes(scenario).slice(1),
			...(scenario.origin ? [m.sheet_source({ sources: originSources(scenario.origin) })] : []),
			m.sheet_boundaries({ from: formatDate(frame) }),
			m.sheet_drawn({ date: formatDate(scenario.createdAt), version: String(dataVersion) })
		],
		label: originNotes(scenario)[0]!
	};
}

import type { Scenario } from '#lib/domain/plan/scenario.ts';
import { fullName } from '#lib/domain/unit.ts';
import { toCsvLine } from './csv-line.ts';
import type { PlanData } from './plan-wire.ts';

const HEADINGS = [
	'unit_code',
	'unit_name',
	'track',
	'round',
	'status',
	'effective_date',
	'document_number',
	'document_date',
	'signatory',
	'note'
];

/**
 * Draft events "proposed" of a decided plan, in the form that the data room reads. Document and its date are
 * left open: whoever signs fills them in.
 */
export function proposedEventsCsv(scenario: Scenario, data: PlanData): string {
	const units = new Map(
		data.units.map((each) => [`${each.unit.code} ${fullName(each.unit)}`, each])
	);
	const { decision, track } = scenario;
	const lines = scenario.outcome.chosen.map(({ code, name }) => {
		const known = units.get(`${code} ${name}`);
		return [
			...[code, known?.unit.name ?? name, track, String(known?.nextRound ?? 1), 'proposed'],
			...[decision?.date ?? '', '', '', decision?.by ?? '', decision?.reason ?? '']
		];
	});
	return [HEADINGS, ...lines].map(toCsvLine).join('\r\n') + '\r\n';
}

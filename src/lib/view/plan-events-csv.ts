import type { Scenario } from '#lib/domain/plan/scenario.ts';
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
	const rounds = new Map(
		data.units.map((each) => [`${each.unit.code} ${each.unit.name}`, each.nextRound])
	);
	const { decision, track } = scenario;
	const lines = scenario.outcome.chosen.map(({ code, name }) => [
		...[code, name, track, String(rounds.get(`${code} ${name}`) ?? 1), 'proposed'],
		...[decision?.date ?? '', '', '', decision?.by ?? '', decision?.reason ?? '']
	]);
	return [HEADINGS, ...lines].map(toCsvLine).join('\r\n') + '\r\n';
}

import type { DraftEvent } from '#lib/domain/plan/draft-events.ts';
import type { Scenario } from '#lib/domain/plan/scenario.ts';
import { m } from '#lib/paraglide/messages.js';
import { statusLabel } from './class-label.ts';
import { toCsvRows } from './csv-rows.ts';

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
	'note',
	'exception_reason'
];

/**
 * Draft events "proposed" of a decided plan, in the form that the data room reads. Document and its date are
 * left open: the signatory fills them in. Where the programme's rules do not lead to a proposal, the decision
 * is the reason of the exception.
 */
export function draftEventsCsv(
	{ name, track, decision }: Pick<Scenario, 'name' | 'track' | 'decision'>,
	events: readonly DraftEvent[]
): string {
	const reason = decision?.reason ?? '';
	const lines = events.map(
		({ code, name: unit, round, effectiveDate, formerly, exceptionFrom }) => [
			code,
			unit,
			track,
			String(round),
			'proposed',
			effectiveDate,
			'',
			'',
			decision?.by ?? '',
			formerly.length === 0
				? reason
				: m.plan_event_formerly({ reason, units: formerly.join(', ') }),
			exceptionFrom === null
				? ''
				: m.plan_event_exception({ plan: name, from: statusLabel(exceptionFrom), reason })
		]
	);
	return toCsvRows([HEADINGS, ...lines]);
}

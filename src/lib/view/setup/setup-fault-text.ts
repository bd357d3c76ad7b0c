import type { SetupFault, SetupFaultCode } from '#lib/domain/setup/setup-fault.ts';
import type { UsedRemoval } from '#lib/domain/setup/setup-uses.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount } from '../format.ts';
import { localName } from '../local-name.ts';
import { placeText } from './field-labels.ts';

const TEXTS: Record<SetupFaultCode, (facts: { value: string }) => string> = {
	'not-an-object': m.setup_fault_not_an_object,
	'not-a-list': m.setup_fault_not_a_list,
	'not-text': m.setup_fault_not_text,
	'not-a-number': m.setup_fault_not_a_number,
	'not-a-date': m.setup_fault_not_a_date,
	'not-a-choice': m.setup_fault_not_a_choice,
	'missing-field': m.setup_fault_missing_field,
	'unknown-field': m.setup_fault_unknown_field,
	empty: m.setup_fault_empty,
	'too-long': m.setup_fault_too_long,
	'code-form': m.setup_fault_code_form,
	'province-code-form': m.setup_fault_province_code_form,
	'zone-unknown': m.setup_fault_zone_unknown,
	'days-range': m.setup_fault_days_range,
	'share-range': m.setup_fault_share_range,
	'list-empty': m.setup_fault_list_empty,
	'code-duplicated': m.setup_fault_code_duplicated,
	'name-duplicated': m.setup_fault_name_duplicated,
	'heading-duplicated': m.setup_fault_heading_duplicated,
	'metric-duplicated': m.setup_fault_metric_duplicated,
	'limit-duplicated': m.setup_fault_limit_duplicated,
	'track-unknown': m.setup_fault_track_unknown,
	'indicator-unknown': m.setup_fault_indicator_unknown,
	'leading-not-monthly': m.setup_fault_leading_not_monthly,
	'dates-reversed': m.setup_fault_dates_reversed,
	'ratio-only': m.setup_fault_ratio_only,
	'ratio-parts': m.setup_fault_ratio_parts,
	'limit-itself': m.setup_fault_limit_itself
};

/** What is wrong with a field, without saying which. */
export function faultText({ code, value }: SetupFault): string {
	return TEXTS[code]({ value });
}

/** What is wrong, and where: "Diện 2 (MATUY), Tên tiếng Việt: chưa điền." */
export function faultLine(fault: SetupFault, sent: unknown): string {
	return m.setup_fault_line({ where: placeText(fault.path, sent), what: faultText(fault) });
}

/** What hangs on a track or indicator, in words; empty where nothing does. */
export function usesText(uses: UsedRemoval['uses']): string {
	const parts =
		'events' in uses
			? [[uses.events, m.setup_uses_events] as const, [uses.plans, m.setup_uses_plans] as const]
			: [
					[uses.figures, m.setup_uses_figures] as const,
					[uses.former, m.setup_uses_former] as const
				];
	return parts
		.filter(([count]) => count > 0)
		.map(([count, text]) => text({ count: formatCount(count) }))
		.join(', ');
}

/** Why a track or indicator cannot be removed, and what to do. */
export function removalText(removal: UsedRemoval): string {
	return m.setup_in_use({
		name: `${removal.code} – ${localName(removal)}`,
		uses: usesText(removal.uses)
	});
}

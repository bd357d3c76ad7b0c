import type { TrendClass } from '#lib/domain/evidence/classes.ts';
import type { TrendResult } from '#lib/domain/evidence/trend.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import { m } from '#lib/paraglide/messages.js';
import { statusLabel } from '../class-label.ts';
import { emphasised, type SpokenPart } from '../emphasis.ts';
import { formatCount, formatDate } from '../format.ts';
import { indicatorInText } from '../indicator-name.ts';
import { localName } from '../local-name.ts';
import { absenceReason } from '../trend-text.ts';
import type { Standing } from './standing.ts';

const TRENDS: Record<
	TrendClass,
	(inputs: { subject: string; subjectIn: string; counts: string }) => string
> = {
	falling: m.commune_lead_falling,
	'leaning-falling': m.commune_lead_leaning_falling,
	unclear: m.commune_lead_unclear,
	'leaning-rising': m.commune_lead_leaning_rising,
	rising: m.commune_lead_rising
};

/** Names that a sentence lists; more of them are counted. */
const LISTED = 3;

/** Names of a few, else none. */
export function namesOf(list: readonly { name: string }[]): string | undefined {
	return list.length > 0 && list.length <= LISTED
		? list.map(({ name }) => name).join(', ')
		: undefined;
}

/**
 * What a commune's page says first: whether cases fell or rose against the same period, and where it stands in the
 * programme.
 *
 * @param leading the indicator that its track is judged by, if any
 * @param trend of the same period, held against the commune itself
 * @param kind of the commune: "Xã", "Phường"
 */
export function communeLead(
	leading: Indicator | undefined,
	trend: TrendResult | undefined,
	standing: Standing | undefined,
	kind: string
): SpokenPart[] {
	const sentences = [
		...(leading && trend ? [trendLead(leading, trend)] : []),
		...(standing ? [standingLead(standing, kind.toLocaleLowerCase())] : [])
	];
	return emphasised(sentences.join(' '));
}

function trendLead(leading: Indicator, result: TrendResult): string {
	if ('missing' in result) {
		return m.commune_lead_missing({ reason: absenceReason(result.missing) });
	}
	const { now, base, class: trend } = result.trend;
	const detected = leading.better === 'depends';
	const [name, inText] = [localName(leading), indicatorInText(leading)];
	return TRENDS[trend]({
		subject: detected ? m.commune_lead_detected({ indicator: name }) : name,
		subjectIn: detected ? m.commune_lead_detected({ indicator: inText }) : inText,
		counts: m.commune_lead_counts({
			now: formatCount(now.count),
			base: formatCount(base.count)
		})
	});
}

function standingLead(standing: Standing, kind: string): string {
	if ('own' in standing) {
		if (standing.own === 'none') return m.commune_lead_unlisted();
		const status = statusLabel(standing.own).toLocaleLowerCase();
		return standing.since === undefined
			? m.commune_lead_status({ status })
			: m.commune_lead_status_since({ status, date: formatDate(standing.since) });
	}
	const { formers, reached, kept, relapsed, open } = standing;
	const total = formatCount(formers.length);
	if (reached.length + open.length === 0) return m.commune_lead_formers_unlisted({ total });
	if (reached.length === 0) {
		return m.commune_lead_formers_open({ kind, total, open: formatCount(open.length) });
	}
	if (relapsed.length === 0) {
		return m.commune_lead_formers_kept({ kind, total, count: formatCount(kept.length) });
	}
	return m.commune_lead_formers_relapsed({
		kind,
		total,
		count: formatCount(reached.length),
		relapsed: namesOf(relapsed) ?? m.commune_lead_formers({ count: formatCount(relapsed.length) })
	});
}

import type {
	FunnelPlace,
	ClusterClass,
	RateLevel,
	TrendClass
} from '#lib/domain/evidence/classes.ts';
import { SITE_BREAKS, SITE_RATE_BREAKS } from '#lib/domain/community-model.ts';
import type { MapClass, StatusClass, SummaryCell } from '#lib/domain/map-class.ts';
import type { Absence } from '#lib/domain/observation.ts';
import { m } from '#lib/paraglide/messages.js';

const STATUS: Record<StatusClass, () => string> = {
	none: m.status_none,
	survey: m.status_survey,
	proposed: m.status_proposed,
	approved: m.status_approved,
	active: m.status_active,
	appraisal: m.status_appraisal,
	met: m.status_met,
	not_met: m.status_not_met,
	exited: m.status_exited,
	relapsed: m.status_relapsed,
	retransforming: m.status_retransforming,
	succeeded: m.status_succeeded,
	mixed: m.status_mixed
};

const TREND: Record<TrendClass, () => string> = {
	falling: m.trend_falling,
	'leaning-falling': m.trend_leaning_falling,
	unclear: m.trend_unclear,
	'leaning-rising': m.trend_leaning_rising,
	rising: m.trend_rising
};

const ABSENCE: Record<Absence, () => string> = {
	'not-reported': m.absence_not_reported,
	'not-yet-reported': m.absence_not_yet_reported,
	'before-data': m.absence_before_data,
	'no-population': m.absence_no_population,
	'no-approval': m.absence_no_approval,
	'not-available': m.absence_not_available,
	'not-published': m.public_not_published,
	'too-early': m.absence_too_early,
	'too-few-others': m.absence_too_few_others
};

const RATE: Record<RateLevel, () => string> = {
	'far-lower': m.rate_far_lower,
	lower: m.rate_lower,
	common: m.rate_common,
	higher: m.rate_higher,
	'far-higher': m.rate_far_higher
};

const FUNNEL: Record<FunnelPlace, () => string> = {
	'far-below': m.funnel_far_below,
	below: m.funnel_below,
	within: m.funnel_within,
	above: m.funnel_above,
	'far-above': m.funnel_far_above
};

const CLUSTER: Record<ClusterClass, () => string> = {
	'high-high': m.cluster_high_high,
	'low-low': m.cluster_low_low,
	'high-low': m.cluster_high_low,
	'low-high': m.cluster_low_high,
	'no-cluster': m.cluster_none
};

const SUMMARY: Record<SummaryCell, () => string> = {
	'open falling': m.summary_open_falling,
	'open unclear': m.summary_open_unclear,
	'open rising': m.summary_open_rising,
	'reached falling': m.summary_reached_falling,
	'reached unclear': m.summary_reached_unclear,
	'reached rising': m.summary_reached_rising,
	'unlisted falling': m.summary_unlisted_falling,
	'unlisted unclear': m.summary_unlisted_unclear,
	'unlisted rising': m.summary_unlisted_rising
};

export function statusLabel(status: StatusClass): string {
	return STATUS[status]();
}

export function absenceLabel(absence: Absence): string {
	return ABSENCE[absence]();
}

/** What a class is called in legends, hover cards and tables. */
export function classLabel(mapClass: MapClass, perPeople = false): string {
	switch (mapClass.theme) {
		case 'status':
			return statusLabel(mapClass.key);
		case 'summary':
			return SUMMARY[mapClass.key]();
		case 'trend':
			return TREND[mapClass.key]();
		case 'detected':
			return m.trend_detected({ trend: TREND[mapClass.key]().toLocaleLowerCase() });
		case 'absence':
			return absenceLabel(mapClass.key);
		case 'rate':
			return RATE[mapClass.key]();
		case 'funnel':
			return FUNNEL[mapClass.key]();
		case 'cluster':
			return CLUSTER[mapClass.key]();
		case 'sites':
			return siteClassLabel(mapClass.key, perPeople ? SITE_RATE_BREAKS : SITE_BREAKS, perPeople);
	}
}

/** Counts are whole: "3–4"; rates are not: "2–4". */
function siteClassLabel(key: number, breaks: readonly number[], rates: boolean): string {
	if (key === 0) return m.sites_none();
	const lower = breaks[key - 2] ?? 0;
	const upper = breaks[key - 1];
	if (upper === undefined) return `> ${lower}`;
	if (rates) return `> ${lower} – ${upper}`;
	return lower + 1 === upper ? `${upper}` : `${lower + 1}–${upper}`;
}

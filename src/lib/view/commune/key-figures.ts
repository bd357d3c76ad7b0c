import { isActiveOn } from '#lib/domain/community-model.ts';
import { ratePer10000 } from '#lib/domain/evidence/rate.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { IsoDate, Scheme } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { statusLabel } from '../class-label.ts';
import type { CommuneEvidence } from '../evidence-wire.ts';
import { formatCount, formatDate, formatRate } from '../format.ts';
import { localUnit } from '../local-name.ts';
import { monthName } from '../month-name.ts';
import { absenceReason } from '../trend-text.ts';
import { namesOf } from './lead-sentence.ts';
import type { Standing } from './standing.ts';

/** A figure of the head of a page, with what it is of. */
export interface KeyFigure {
	figure: string;
	note: string;
}

/** Cases, rate, standing and models of a commune; without a leading indicator the last two. */
export function keyFigures(
	evidence: CommuneEvidence,
	leading: Indicator | undefined,
	standing: Standing | undefined,
	{ day, calendar }: { day: IsoDate; calendar: Scheme }
): KeyFigure[] {
	return [
		...(leading ? caseFigures(evidence, leading, calendar) : []),
		...(standing ? [standingFigure(standing)] : []),
		siteFigure(evidence, day)
	];
}

function caseFigures(
	{ trends, funnel, month }: CommuneEvidence,
	leading: Indicator,
	calendar: Scheme
): KeyFigure[] {
	const unit = localUnit(leading);
	const result = trends.find(({ base }) => base === 'same-period')?.results.own;
	if (!result || 'missing' in result) {
		const reason = absenceReason(result?.missing ?? 'not-available');
		return [{ figure: '–', note: m.commune_key_missing({ reason }) }];
	}
	const { now, base } = result.trend;
	const lacking =
		now.months < now.to - now.from + 1
			? ` ${m.trend_months({ months: formatCount(now.months), of: '12' })}`
			: '';
	const others =
		funnel && now.exposure > 0
			? m.commune_key_others({ rate: formatRate(ratePer10000(funnel.expected, now.exposure)) })
			: '';
	return [
		{
			figure: `${formatCount(now.count)} ${unit}`,
			note:
				m.commune_key_cases({
					month: monthName(month, calendar),
					base: formatCount(base.count)
				}) + lacking
		},
		{
			figure: formatRate(ratePer10000(now.count, now.exposure)),
			note: m.commune_key_rate({ unit }) + others
		}
	];
}

function standingFigure(standing: Standing): KeyFigure {
	if ('own' in standing) {
		return {
			figure: statusLabel(standing.own),
			note:
				standing.since === undefined
					? m.commune_key_track()
					: m.commune_key_track_since({ date: formatDate(standing.since) })
		};
	}
	const { formers, reached, kept, relapsed, open } = standing;
	const figure = m.commune_key_formers({
		count: formatCount(reached.length),
		total: formatCount(formers.length)
	});
	const [only] = kept;
	const notes = [
		reached.length === 0
			? open.length === 0
				? m.commune_key_unlisted()
				: m.commune_key_open({ names: namesOf(open) ?? formatCount(open.length) })
			: kept.length === 1 && only?.since
				? m.commune_key_kept_since({ name: only.name, date: formatDate(only.since) })
				: kept.length > 0
					? m.commune_key_kept({ names: namesOf(kept) ?? formatCount(kept.length) })
					: m.commune_key_reached(),
		...(relapsed.length > 0
			? [m.commune_key_relapsed({ names: namesOf(relapsed) ?? formatCount(relapsed.length) })]
			: [])
	];
	return { figure, note: notes.join('; ') };
}

function siteFigure({ details }: CommuneEvidence, day: IsoDate): KeyFigure {
	const active = details.sites.filter((site) => isActiveOn(site, day));
	const types = new Set(active.map(({ modelCode }) => modelCode)).size;
	const teams = active.reduce((sum, site) => sum + site.teams, 0);
	return {
		figure: m.commune_key_sites({ count: formatCount(active.length) }),
		note:
			active.length === 0
				? m.commune_key_sites_none()
				: m.commune_key_sites_note({ types: formatCount(types), teams: formatCount(teams) })
	};
}

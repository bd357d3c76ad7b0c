import { isIsoDate } from '#lib/domain/period.ts';
import type { FieldValue, SetupDifference } from '#lib/domain/setup/setup-differences.ts';
import { PROVINCIAL_ZONES } from '#lib/domain/setup/zones.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDate, formatShare } from '../format.ts';
import { localName } from '../local-name.ts';
import { fieldLabel } from './field-labels.ts';
import { setupWord } from './setup-words.ts';
import { zoneText } from './zone-text.ts';

/** One change of the set-up in words, with what it means where that is not plain. */
export function differenceText(difference: SetupDifference): string {
	switch (difference.kind) {
		case 'province': {
			const { field, before, after } = difference;
			if (field === 'calendar' && before !== null) return CALENDAR[after === 'reporting' ? 0 : 1]();
			return change(fieldLabel(field, 'province'), field, before, after);
		}
		case 'added':
			return ADDED[difference.list]({ name: nameOf(difference) });
		case 'removed':
			return REMOVED[difference.list]({ name: nameOf(difference) });
		case 'changed': {
			const { list, field, before, after } = difference;
			const name = nameOf(difference);
			if (field === 'leadingIndicator') {
				return m.setup_diff_leading({
					name,
					before: valueText(field, before),
					after: valueText(field, after)
				});
			}
			return change(OF[list]({ name, field: fieldLabel(field) }), field, before, after);
		}
		case 'reordered':
			return difference.list === 'tracks'
				? m.setup_diff_reordered_tracks()
				: m.setup_diff_reordered_indicators();
		case 'limit-added':
			return m.setup_diff_limit_added(difference);
		case 'limit-removed':
			return m.setup_diff_limit_removed(difference);
	}
}

const CALENDAR = [m.setup_diff_calendar_reporting, m.setup_diff_calendar_calendar] as const;
const ADDED = {
	tracks: m.setup_diff_added_tracks,
	programmes: m.setup_diff_added_programmes,
	indicators: m.setup_diff_added_indicators
};
const REMOVED = {
	tracks: m.setup_diff_removed_tracks,
	programmes: m.setup_diff_removed_programmes,
	indicators: m.setup_diff_removed_indicators
};
const OF = {
	tracks: m.setup_diff_of_tracks,
	programmes: m.setup_diff_of_programmes,
	indicators: m.setup_diff_of_indicators
};

function nameOf(entry: { code: string; nameVi: string; nameEn: string }): string {
	return `${entry.code} – ${localName(entry)}`;
}

function change(what: string, field: string, before: FieldValue, after: FieldValue): string {
	if (before === null || before === '') {
		return m.setup_diff_set({ what, after: valueText(field, after) });
	}
	return m.setup_diff_changed({
		what,
		before: valueText(field, before),
		after: valueText(field, after)
	});
}

/** Fields whose values are words of the program. */
const WORDED = ['aggregation', 'periodicity', 'better', 'calendar'];

function valueText(field: string, value: FieldValue): string {
	if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
		return m.setup_none();
	}
	if (field === 'targets' && Array.isArray(value)) return value.map(targetText).join('; ');
	if (Array.isArray(value)) return value.map((each) => `“${String(each)}”`).join(', ');
	const text = String(value);
	if (WORDED.includes(field)) return setupWord(text);
	if (field === 'crs') {
		const zone = PROVINCIAL_ZONES.find(({ crs }) => crs === text);
		return zone ? zoneText(zone) : text;
	}
	return isIsoDate(text) ? formatDate(text) : text;
}

function targetText(target: unknown): string {
	if (typeof target !== 'object' || target === null) return '';
	const { metric, value } = { metric: '', value: 0, ...target };
	return m.setup_diff_target({
		metric: metric === 'met_share' ? m.setup_metric_met_share() : m.setup_metric_no_relapse_share(),
		share: formatShare(value)
	});
}

import type { SetupPath } from '#lib/domain/setup/setup-fault.ts';
import { m } from '#lib/paraglide/messages.js';

const LABELS: Record<string, () => string> = {
	code: m.setup_field_code,
	name: m.setup_field_name,
	kind: m.setup_field_kind,
	crs: m.setup_field_crs,
	calendar: m.setup_field_calendar,
	nameVi: m.setup_field_name_vi,
	nameEn: m.setup_field_name_en,
	leadingIndicator: m.setup_field_leading,
	track: m.setup_field_track,
	document: m.setup_field_document,
	startsOn: m.setup_field_starts_on,
	endsOn: m.setup_field_ends_on,
	targets: m.setup_field_targets,
	metric: m.setup_field_metric,
	value: m.setup_field_value,
	unitVi: m.setup_field_unit_vi,
	unitEn: m.setup_field_unit_en,
	aggregation: m.setup_field_aggregation,
	periodicity: m.setup_field_periodicity,
	better: m.setup_field_better,
	numerator: m.setup_field_numerator,
	denominator: m.setup_field_denominator,
	dueDays: m.setup_field_due_days,
	headings: m.setup_field_headings,
	part: m.setup_field_part,
	whole: m.setup_field_whole
};

const SECTIONS: Record<string, { all: () => string; at?: (facts: { at: number }) => string }> = {
	province: { all: m.setup_province },
	tracks: { all: m.setup_section_tracks, at: m.setup_track_at },
	programmes: { all: m.setup_section_programmes, at: m.setup_programme_at },
	indicators: { all: m.setup_section_indicators, at: m.setup_indicator_at },
	limits: { all: m.setup_section_limits, at: m.setup_limit_at }
};

/** What a field of a set-up is called on the screen; as written in the file if unknown. */
export function fieldLabel(field: string, section?: string): string {
	if (section === 'province' && field === 'code') return m.setup_field_province_code();
	return LABELS[field]?.() ?? field;
}

/**
 * Where something stands in a set-up, in words: "Diện 2 (MATUY), Tên tiếng Việt".
 *
 * @param sent the set-up that it stands in, for the code of the entry
 */
export function placeText(path: SetupPath, sent: unknown): string {
	const [section, ...rest] = path;
	if (section === undefined) return m.setup_fault_whole();
	const words = SECTIONS[section];
	if (!words) return String(section);
	const [at, ...fields] = typeof rest[0] === 'number' ? rest : [undefined, ...rest];
	const place =
		at === undefined || !words.at
			? words.all()
			: words.at({ at: Number(at) + 1 }) + codeOf(sent, section, Number(at));
	const labels = fields
		.filter((field) => typeof field === 'string')
		.map((field) => fieldLabel(field, String(section)));
	return [place, ...labels].join(', ');
}

/** The code of an entry in brackets; empty where it has none. */
function codeOf(sent: unknown, section: string | number, at: number): string {
	const entry = valueAt(valueAt(sent, section), at);
	const code = valueAt(entry, 'code');
	return typeof code === 'string' && code !== '' ? m.setup_entry_code({ code }) : '';
}

function valueAt(value: unknown, key: string | number): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	return new Map(Object.entries(value)).get(String(key));
}

import { m } from '#lib/paraglide/messages.js';

/** What the columns of a table about a subject can be, with what they are called. */
const NAMES: Record<string, () => string> = {
	unit_code: m.template_unit_code,
	unit_name: m.template_unit_name,
	district: m.column_district,
	track: m.template_track,
	round: m.template_round,
	status: m.template_status,
	effective_date: m.template_effective,
	document_number: m.template_document,
	document_date: m.template_document_date,
	signatory: m.template_signatory,
	note: m.template_note,
	exception_reason: m.role_exception,
	site_code: m.template_site_code,
	model_code: m.template_model_code,
	name: m.template_site_name,
	name_vi: m.template_model_name,
	name_en: m.role_name_en,
	founded_on: m.template_founded,
	retired_on: m.template_retired,
	replicated_from: m.template_replicated,
	lon: m.role_lon,
	lat: m.role_lat,
	teams: m.template_teams,
	old_code: m.role_old_code,
	old_name: m.role_old_name,
	old_district: m.role_old_district,
	new_code: m.role_new_code,
	new_name: m.role_new_name,
	kind: m.role_kind,
	population_weight: m.role_population_weight,
	area_weight: m.role_area_weight,
	effective: m.template_effective,
	document: m.template_document,
	indicator: m.data_template_indicator,
	scheme: m.data_scheme,
	year: m.role_year,
	period: m.role_period
};

const UNIT = ['unit_code', 'unit_name', 'district'];
const ROLES: Record<string, readonly string[]> = {
	indicators: [...UNIT, 'indicator', 'year', 'period', 'scheme'],
	status: [
		...UNIT,
		'track',
		'round',
		'status',
		'effective_date',
		'document_number',
		'document_date',
		'signatory',
		'note',
		'exception_reason'
	],
	models: ['model_code', 'name_vi', 'name_en', 'founded_on', 'retired_on', 'replicated_from'],
	sites: [
		'site_code',
		'model_code',
		...UNIT,
		'name',
		'founded_on',
		'retired_on',
		'lon',
		'lat',
		'teams',
		'replicated_from'
	],
	succession: [
		'old_code',
		'old_name',
		'old_district',
		'new_code',
		'new_name',
		'kind',
		'population_weight',
		'area_weight',
		'effective',
		'document'
	]
};

/** What a column is called. */
export function columnLabel(column: string): string {
	return column === 'value' ? m.data_figure() : (NAMES[column]?.() ?? column);
}

/** Choices for a column: role and label. A role that was guessed is always among them. */
export function listRoles(subject: string, guessed: string): { role: string; label: string }[] {
	const roles = ['ignore', ...(ROLES[subject] ?? [])];
	if (subject === 'indicators') roles.push('figure');
	if (!roles.includes(guessed)) roles.push(guessed);
	return roles.map((role) => ({ role, label: roleLabel(role) }));
}

function roleLabel(role: string): string {
	if (role === 'ignore') return m.data_column_ignore();
	const [kind = '', ...what] = role.split(':');
	if (kind !== 'figure' && kind !== 'former') return columnLabel(kind);
	const named = what.filter(Boolean).join(' · ');
	if (kind === 'former') return m.data_former_of({ what: named });
	return named === '' ? m.data_figure() : m.data_figure_of({ what: named });
}

const STEPS: Record<string, () => string> = {
	waiting: m.step_waiting,
	open: m.step_open,
	load: m.step_load,
	read: m.step_read,
	reproject: m.step_reproject,
	check: m.step_check,
	repair: m.step_repair,
	topology: m.step_topology,
	write: m.step_write,
	understand: m.step_understand,
	jumps: m.step_jumps
};

/** What a task is doing, in words. */
export function stepLabel(step: string): string {
	return STEPS[step]?.() ?? step;
}

const SUBJECTS: Record<string, () => string> = {
	boundaries: m.data_subject_boundaries,
	indicators: m.data_subject_indicators,
	status: m.data_subject_status,
	models: m.data_subject_models,
	sites: m.data_subject_sites,
	succession: m.data_subject_succession
};

export const TABLE_SUBJECTS = ['indicators', 'status', 'models', 'sites', 'succession'] as const;

export function dataSubjectLabel(subject: string): string {
	return SUBJECTS[subject]?.() ?? subject;
}

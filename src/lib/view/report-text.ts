import { isSmall } from '#lib/domain/disclosure/hide-counts.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { LoadedSource } from '#lib/domain/loaded-source.ts';
import {
	findFigure,
	type ReportCommune,
	type ReportData,
	type ReportFigure,
	type ReportScope
} from '#lib/domain/report/report.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { absenceLabel, statusLabel } from './class-label.ts';
import { changeText, comparisonText } from './comparison.ts';
import { formatCount, formatDate, formatMonth, formatShare } from './format.ts';
import { sensitivityLabel } from './sensitivity.ts';
import { sourceList } from './source-list.ts';

/** Figures of indicators that a report has a place for: over the programme's communes. */
const OF_COMMUNES = [
	...(['C01', 'C03', 'C05', 'P01', 'P02', 'O01', 'O02', 'O03', 'O04'] as const),
	...(['M01', 'A01', 'A02', 'R01', 'R02'] as const)
] as const;
/** And over the districts. */
const OF_DISTRICTS = { O02_huyen: 'O02', O03_huyen: 'O03' } as const;

/** Places of a report that a figure or a sentence goes into. */
export const REPORT_FIELDS = [
	...(['tinh', 'TINH', 'ky', 'huong', 'so_xa', 'dan_so', 'so_sanh', 'duyet', 'dat'] as const),
	...(['ty_le_dat', 'tai_phuc_tap', 'diem_mo_hinh', 'loai_mo_hinh', 'cap_huyen'] as const),
	...(['thieu', 'sap_xep', 'nguon', 'nhan', 'ghi_chu', 'O02_huyen', 'O03_huyen'] as const),
	...OF_COMMUNES
] as const;
export type ReportField = (typeof REPORT_FIELDS)[number];
export type ReportFields = Readonly<Record<ReportField, string>>;

/** Places within a row of each table, which is between `{#xa}` and `{/xa}` and the like. */
export const REPORT_LOOPS = {
	xa: ['tt', 'ten', 'huyen', 'trang_thai', 'ngay_duyet', 'ngay_dat', 'vu', 'cung_ky'],
	chi_tieu: ['stt', 'ten_chi_tieu', 'don_vi', 'ky_nay', 'ky_truoc', 'so_voi'],
	dien: ['ten_dien', 'dien_duyet', 'dien_dat', 'dien_ty_le', 'dien_tai']
} as const;
export type ReportLoop = keyof typeof REPORT_LOOPS;
export type ReportRow<L extends ReportLoop> = Readonly<
	Record<(typeof REPORT_LOOPS)[L][number], string>
>;
/** The rows of each table. */
export type ReportTables = { [L in ReportLoop]: ReportRow<L>[] };

/** What a report says about where its figures come from, and for whom it is written. */
export interface ReportNote {
	/** Null where no data set named it. */
	provinceName: string | null;
	tracks: readonly { code: string; nameVi: string; nameEn: string }[];
	indicators: readonly Pick<Indicator, 'code' | 'nameVi' | 'nameEn' | 'unitVi' | 'unitEn'>[];
	demonstration: boolean;
	dataVersion: number;
	sources: readonly Pick<LoadedSource, 'fileName' | 'sensitivity'>[];
	/** The day on which it is written. */
	today: string;
	/** Small counts, and all counts of single communes, are left out. */
	forPublic: boolean;
}

/** Each place with its figure in words; what is not known says so. */
export function reportFields(data: ReportData, note: ReportNote): ReportFields {
	const { period, population } = data;
	return {
		tinh: note.provinceName ?? '……',
		TINH: (note.provinceName ?? '……').toLocaleUpperCase('vi'),
		ky: m.report_period({ from: formatMonth(period.from), to: formatMonth(period.to) }),
		huong: trackName(note, data.track),
		so_xa: formatCount(data.communes),
		dan_so: population === undefined ? m.report_none() : formatCount(population),
		so_sanh: crimesText(data, note),
		...{ duyet: formatCount(data.approved), dat: formatCount(data.met) },
		ty_le_dat: data.approved > 0 ? formatShare(data.met / data.approved) : m.report_none(),
		tai_phuc_tap: formatCount(data.relapsed),
		...{ diem_mo_hinh: formatCount(data.sites), loai_mo_hinh: formatCount(data.modelTypes) },
		thieu: missingText(data, note),
		sap_xep: data.merged > 0 ? m.report_merged({ count: formatCount(data.merged) }) : '',
		nguon: m.report_source({
			sources: sourceList(note.sources),
			version: String(note.dataVersion),
			date: formatDate(note.today)
		}),
		nhan: sensitivityLabel(note),
		ghi_chu: [
			...(note.demonstration ? [m.demonstration_note()] : []),
			...(note.forPublic ? [m.public_report_note()] : [])
		].join(' '),
		...totalsOf(data, note)
	};
}

/** The tables, row by row. */
export function reportTables(data: ReportData, note: ReportNote): ReportTables {
	return {
		xa: data.list.map((commune, at) => communeRow(commune, at, data, note)),
		chi_tieu: data.figures
			.filter(({ scope }) => scope === 'programme')
			.map((figure, at) => figureRow(figure, at, data, note)),
		dien: data.tracks.map(({ code, approved, met, relapsed }) => ({
			ten_dien: trackName(note, code),
			...{ dien_duyet: formatCount(approved), dien_dat: formatCount(met) },
			dien_ty_le: approved > 0 ? formatShare(met / approved) : '–',
			dien_tai: formatCount(relapsed)
		}))
	};
}

function communeRow(
	commune: ReportCommune,
	at: number,
	{ base }: ReportData,
	{ forPublic }: ReportNote
): ReportRow<'xa'> {
	const count = (value: number | undefined) =>
		forPublic ? m.public_hidden() : countText(value, commune.estimated);
	return {
		...{ tt: formatCount(at + 1), ten: commune.name, huyen: commune.district },
		trang_thai: stateText(commune),
		ngay_duyet: commune.approved === undefined ? '–' : formatDate(commune.approved),
		ngay_dat: commune.met === undefined ? '–' : formatDate(commune.met),
		vu: count(commune.crimes),
		cung_ky: base ? count(commune.base) : '–'
	};
}

function figureRow(
	figure: ReportFigure,
	at: number,
	{ list }: ReportData,
	note: ReportNote
): ReportRow<'chi_tieu'> {
	const { indicator, total, base, comparable } = figure;
	const known = note.indicators.find(({ code }) => code === indicator);
	const vi = getLocale() === 'vi';
	const small =
		note.forPublic &&
		(list.length < FEWEST || [total, base].some((each) => each !== undefined && isSmall(each)));
	return {
		stt: formatCount(at + 1),
		ten_chi_tieu: (vi ? known?.nameVi : known?.nameEn) ?? indicator,
		don_vi: (vi ? known?.unitVi : known?.unitEn) ?? '',
		ky_nay: shownCount(total, note, list.length),
		ky_truoc: base === undefined ? '–' : shownCount(base, note, list.length),
		so_voi:
			total === undefined || base === undefined || small
				? '–'
				: comparable
					? changeText(total, base)
					: m.report_not_comparable()
	};
}

function trackName({ tracks }: ReportNote, code: string): string {
	const known = tracks.find((track) => track.code === code);
	return (getLocale() === 'vi' ? known?.nameVi : known?.nameEn) ?? code;
}

/** Recorded crimes of the period, and against the same months before where both are known. */
function crimesText({ crimes, recorded }: ReportData, note: ReportNote): string {
	if (!recorded) return m.report_none();
	if (!crimes) {
		return m.report_recorded({
			count: shownCount(recorded.count, note, recorded.units),
			...{ units: formatCount(recorded.units), of: formatCount(recorded.ofUnits) }
		});
	}
	if (note.forPublic && (crimes.units < FEWEST || isSmall(crimes.now) || isSmall(crimes.base))) {
		return m.public_hidden();
	}
	return m.report_compared({
		count: formatCount(crimes.now),
		words: comparisonText(crimes.now, crimes.base, m.base_same_period()),
		...{ units: formatCount(crimes.units), of: formatCount(crimes.ofUnits) }
	});
}

/** So many communes at least stand behind a public total: that of one or two would tell of each. */
const FEWEST = 3;

/** A total; in a public copy none from 1 to 9, and none of fewer than three communes. */
function shownCount(count: number | undefined, { forPublic }: ReportNote, units: number): string {
	if (count === undefined) return m.report_none();
	if (forPublic && units < FEWEST) return m.public_hidden();
	return forPublic && isSmall(count) ? m.public_few() : formatCount(count);
}

function totalsOf(data: ReportData, note: ReportNote) {
	const totalText = (code: string, scope: ReportScope) =>
		shownCount(
			findFigure(data, code, scope)?.total,
			note,
			scope === 'programme' ? data.list.length : FEWEST
		);
	const communes = OF_COMMUNES.map((code) => [code, totalText(code, 'programme')]);
	const districts = Object.entries(OF_DISTRICTS).map(([field, code]) => [
		field,
		totalText(code, 'districts')
	]);
	const totals = Object.fromEntries([...communes, ...districts]) as Record<
		(typeof OF_COMMUNES)[number] | keyof typeof OF_DISTRICTS,
		string
	>;
	// The district level was abolished: later reports have nothing to say of it.
	return { ...totals, cap_huyen: data.districts ? m.report_line_districts(totals) : '' };
}

/** Every place as a tag, for a template: `{dat}`. */
export function reportTags(): ReportFields {
	return Object.fromEntries(REPORT_FIELDS.map((field) => [field, `{${field}}`])) as Record<
		ReportField,
		string
	>;
}

export interface ReportSection {
	heading: string;
	lines: string[];
	/** Whether somebody has to write here. */
	open?: boolean;
	/** Tables that stand here. */
	tables?: readonly ReportLoop[];
}

/** The report's sections, with figures or with tags in their places. */
export function reportSections(fields: ReportFields): ReportSection[] {
	const sections: ReportSection[] = [
		{
			heading: m.report_heading_situation(),
			lines: [m.report_line_area(fields), m.report_line_crimes(fields)],
			open: true
		},
		{
			heading: m.report_heading_leading(),
			lines: [
				`${m.report_line_committees(fields)} ${fields.cap_huyen}`,
				m.report_line_forces(fields)
			]
		},
		{
			heading: m.report_heading_people(),
			lines: [m.report_line_sessions(fields), m.report_line_models(fields)]
		},
		{
			heading: m.report_heading_fight(),
			lines: [m.report_line_cleared(fields), m.report_line_files(fields)],
			tables: ['chi_tieu']
		},
		{
			heading: m.report_heading_result(),
			lines: [m.report_line_result(fields), `${m.report_line_rewards(fields)} ${fields.sap_xep}`],
			tables: ['dien', 'xa']
		},
		{ heading: m.report_heading_assessment(), lines: [], open: true },
		{ heading: m.report_heading_direction(), lines: [], open: true },
		{
			heading: m.report_heading_data(),
			lines: [fields.thieu, fields.nguon, `${fields.nhan}. ${fields.ghi_chu}`]
		}
	];
	return sections.map((section) => ({
		...section,
		lines: section.lines.map((line) => line.trim())
	}));
}

/** What each table is called. */
export function tableTitle(loop: ReportLoop): string {
	return { xa: m.report_table, chi_tieu: m.report_table_figures, dien: m.report_table_tracks }[
		loop
	]();
}

/** Headings of each table, in the order of its places. */
export function tableHeadings(loop: ReportLoop): string[] {
	switch (loop) {
		case 'xa':
			return [
				...[m.report_column_number(), m.report_column_commune(), m.report_column_district()],
				...[m.report_column_state(), m.report_column_approved(), m.report_column_met()],
				...[m.report_column_crimes(), m.report_column_base()]
			];
		case 'chi_tieu':
			return [
				...[m.report_column_number(), m.report_column_indicator(), m.report_column_unit()],
				...[m.report_column_now(), m.report_column_base(), m.report_column_compared()]
			];
		case 'dien':
			return [
				...[m.report_column_track(), m.report_column_track_approved(), m.report_column_met()],
				...[m.report_column_share(), m.report_column_relapsed()]
			];
	}
}

function stateText({ status, reached }: ReportCommune): string {
	const state = status === 'not-available' ? absenceLabel(status) : statusLabel(status);
	if (!reached) return state;
	const of = m.composition_reached({
		count: formatCount(reached.count),
		total: formatCount(reached.total)
	});
	return `${state} (${of})`;
}

function countText(count: number | undefined, estimated: boolean): string {
	if (count === undefined) return m.report_none_short();
	return estimated ? `≈ ${formatCount(count)}` : formatCount(count);
}

function missingText({ figures }: ReportData, { indicators }: ReportNote): string {
	const gaps = figures.filter(({ missing }) => missing > 0);
	const nameOf = (code: string) => {
		const known = indicators.find((each) => each.code === code);
		return (getLocale() === 'vi' ? known?.nameVi : known?.nameEn) ?? code;
	};
	return gaps.length === 0
		? m.report_complete()
		: m.report_gaps({
				list: gaps
					.map(({ indicator, missing }) => `${nameOf(indicator)}: ${formatCount(missing)}`)
					.join('; ')
			});
}

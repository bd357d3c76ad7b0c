import {
	findFigure,
	type ReportCommune,
	type ReportData,
	type ReportScope
} from '#lib/domain/report/report.ts';
import { m } from '#lib/paraglide/messages.js';
import { absenceLabel, statusLabel } from './class-label.ts';
import { comparisonText } from './comparison.ts';
import { formatCount, formatDate, formatMonth, formatShare } from './format.ts';

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
	...(['ty_le_dat', 'tai_phuc_tap', 'diem_mo_hinh', 'loai_mo_hinh'] as const),
	...(['thieu', 'nguon', 'ghi_chu', 'O02_huyen', 'O03_huyen'] as const),
	...OF_COMMUNES
] as const;
export type ReportField = (typeof REPORT_FIELDS)[number];
export type ReportFields = Readonly<Record<ReportField, string>>;

/** Places within a row of the table of communes, which is between `{#xa}` and `{/xa}`. */
export const REPORT_ROW_FIELDS = [
	...(['tt', 'ten', 'huyen', 'trang_thai', 'ngay_duyet', 'ngay_dat', 'vu', 'cung_ky'] as const)
] as const;
export type ReportRow = Readonly<Record<(typeof REPORT_ROW_FIELDS)[number], string>>;
export const REPORT_LOOP = 'xa';

/** What a report says about where its figures come from. */
export interface ReportNote {
	/** Null where no data set named it. */
	provinceName: string | null;
	trackName: string;
	demonstration: boolean;
	dataVersion: number;
	sources: readonly string[];
	/** The day on which it is written. */
	today: string;
}

/** Each place with its figure in words; what is not known says so. */
export function reportFields(data: ReportData, note: ReportNote): ReportFields {
	const { period, crimes, population } = data;
	return {
		tinh: note.provinceName ?? '……',
		TINH: (note.provinceName ?? '……').toLocaleUpperCase('vi'),
		ky: m.report_period({ from: formatMonth(period.from), to: formatMonth(period.to) }),
		huong: note.trackName,
		so_xa: formatCount(data.communes),
		dan_so: population === undefined ? m.report_none() : formatCount(population),
		so_sanh: crimes
			? m.report_compared({
					count: formatCount(crimes.now),
					words: comparisonText(crimes.now, crimes.base, m.base_same_period()),
					units: formatCount(crimes.units),
					of: formatCount(crimes.ofUnits)
				})
			: m.report_not_compared(),
		...{ duyet: formatCount(data.approved), dat: formatCount(data.met) },
		ty_le_dat: data.approved > 0 ? formatShare(data.met / data.approved) : m.report_none(),
		tai_phuc_tap: formatCount(data.relapsed),
		...{ diem_mo_hinh: formatCount(data.sites), loai_mo_hinh: formatCount(data.modelTypes) },
		thieu: missingText(data),
		nguon: m.report_source({
			sources: note.sources.join(', '),
			version: String(note.dataVersion),
			date: formatDate(note.today)
		}),
		ghi_chu: note.demonstration ? m.demonstration_note() : '',
		...totalsOf(data)
	};
}

function totalsOf(data: ReportData) {
	const totalText = (code: string, scope: ReportScope) => {
		const total = findFigure(data, code, scope)?.total;
		return total === undefined ? m.report_none() : formatCount(total);
	};
	const communes = OF_COMMUNES.map((code) => [code, totalText(code, 'programme')]);
	const districts = Object.entries(OF_DISTRICTS).map(([field, code]) => [
		field,
		totalText(code, 'districts')
	]);
	return Object.fromEntries([...communes, ...districts]) as Record<
		(typeof OF_COMMUNES)[number] | keyof typeof OF_DISTRICTS,
		string
	>;
}

/** The table of communes, row by row. */
export function reportRows(data: ReportData): ReportRow[] {
	return data.list.map((commune, at) => ({
		...{ tt: formatCount(at + 1), ten: commune.name, huyen: commune.district },
		trang_thai: stateText(commune.status),
		ngay_duyet: commune.approved === undefined ? '–' : formatDate(commune.approved),
		ngay_dat: commune.met === undefined ? '–' : formatDate(commune.met),
		vu: countText(commune.crimes),
		cung_ky: data.base ? countText(commune.base) : '–'
	}));
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
	/** Whether the table of communes stands here. */
	table?: boolean;
}

/** The report's sections, with figures or with tags in their places. */
export function reportSections(fields: ReportFields): ReportSection[] {
	return [
		{
			heading: m.report_heading_situation(),
			lines: [m.report_line_area(fields), m.report_line_crimes(fields)],
			open: true
		},
		{
			heading: m.report_heading_leading(),
			lines: [m.report_line_committees(fields), m.report_line_forces(fields)]
		},
		{
			heading: m.report_heading_people(),
			lines: [m.report_line_sessions(fields), m.report_line_models(fields)]
		},
		{
			heading: m.report_heading_fight(),
			lines: [m.report_line_cleared(fields), m.report_line_files(fields)]
		},
		{
			heading: m.report_heading_result(),
			lines: [m.report_line_result(fields), m.report_line_rewards(fields)],
			table: true
		},
		{ heading: m.report_heading_assessment(), lines: [], open: true },
		{ heading: m.report_heading_direction(), lines: [], open: true },
		{
			heading: m.report_heading_data(),
			lines: [fields.thieu, fields.nguon, fields.ghi_chu].filter((line) => line !== '')
		}
	];
}

function stateText(status: ReportCommune['status']): string {
	return status === 'not-available' ? absenceLabel(status) : statusLabel(status);
}

function countText(count: number | undefined): string {
	return count === undefined ? m.report_none_short() : formatCount(count);
}

function missingText({ figures }: ReportData): string {
	const gaps = figures.filter(({ missing }) => missing > 0);
	return gaps.length === 0
		? m.report_complete()
		: m.report_gaps({
				list: gaps
					.map(({ indicator, missing }) => `${indicator}: ${formatCount(missing)}`)
					.join('; ')
			});
}

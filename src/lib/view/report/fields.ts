import { MIN_GAP } from '#lib/domain/disclosure/small-count.ts';
import { findFigure, type ReportData, type ReportScope } from '#lib/domain/report/report.ts';
import { monthEnd } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { comparisonText, officialShare } from '../comparison.ts';
import { formatCount, formatDate, formatShare } from '../format.ts';
import { countedName } from '../indicator-name.ts';
import { monthName } from '../month-name.ts';
import { sensitivityLabel } from '../sensitivity.ts';
import { sourceList } from '../source-list.ts';
import { unitsNoun } from '../units-noun.ts';
import { indicatorName, totalText, trackName, type ReportNote } from './note.ts';

/** Figures of indicators that a report has a place for: over the programme's communes. */
const OF_COMMUNES = [
	...(['C01', 'C03', 'C05', 'P01', 'P02', 'O01', 'O02', 'O03', 'O04'] as const),
	...(['M01', 'A01', 'A02', 'R01', 'R02'] as const)
] as const;
/** And over the districts. */
const OF_DISTRICTS = { O02_huyen: 'O02', O03_huyen: 'O03' } as const;

/** Places of a report that a figure or a sentence goes into. */
export const REPORT_FIELDS = [
	...([
		'tinh',
		'TINH',
		'ky',
		'huong',
		'so_xa',
		'don_vi',
		'dan_so',
		'so_sanh',
		'duyet',
		'dat'
	] as const),
	'chi_tieu_chinh',
	...(['ty_le_dat', 'tai_phuc_tap', 'diem_mo_hinh', 'loai_mo_hinh', 'cap_huyen'] as const),
	...(['thieu', 'sap_xep', 'nguon', 'nhan', 'ghi_chu', 'O02_huyen', 'O03_huyen'] as const),
	...OF_COMMUNES
] as const;
export type ReportField = (typeof REPORT_FIELDS)[number];
export type ReportFields = Readonly<Record<ReportField, string>>;

/** Each place with its figure in words; missing figures are named. */
export function reportFields(data: ReportData, note: ReportNote): ReportFields {
	const { period, population, calendar } = data;
	return {
		tinh: note.provinceName ?? '……',
		TINH: (note.provinceName ?? '……').toLocaleUpperCase('vi'),
		ky: m.report_period({
			from: monthName(period.from, calendar),
			to: monthName(period.to, calendar)
		}),
		huong: trackName(note, data.track),
		so_xa: formatCount(data.communes),
		don_vi: nounOf(data),
		dan_so: population === undefined ? m.report_none() : formatCount(population),
		chi_tieu_chinh:
			data.leading === undefined ? m.theme_trend() : indicatorName(note, data.leading),
		so_sanh: leadingText(data, note),
		duyet: formatCount(data.approved),
		dat: formatCount(data.met),
		ty_le_dat: data.approved > 0 ? formatShare(data.met / data.approved) : m.report_none(),
		tai_phuc_tap: formatCount(data.relapsed),
		diem_mo_hinh: formatCount(data.sites),
		loai_mo_hinh: formatCount(data.modelTypes),
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
			...(note.forPublic
				? [m.public_hidden_note(), m.public_audited({ gap: String(MIN_GAP) })]
				: [])
		].join(' '),
		...totalsOf(data)
	};
}

/** Every place as a tag, for a template: `{dat}`. */
export function reportTags(): ReportFields {
	return Object.fromEntries(REPORT_FIELDS.map((field) => [field, `{${field}}`])) as Record<
		ReportField,
		string
	>;
}

/** What the communes at the end of the period are called together. */
function nounOf({ period, calendar }: ReportData): string {
	return unitsNoun({ from: monthEnd(period.to, calendar) });
}

/** The leading indicator in the period, and against the same months before where both are known. */
function leadingText(data: ReportData, note: ReportNote): string {
	const { leading, compared, recorded } = data;
	const noun = nounOf(data);
	if (leading === undefined) return m.track_without_trend();
	if (!recorded) return m.report_none();
	const known = note.indicators.find(({ code }) => code === leading);
	const counted = known ? countedName(known) : leading;
	if (!compared) {
		return m.report_recorded({
			counted,
			noun,
			count: totalText(recorded.count, recorded.withheld),
			units: formatCount(recorded.units),
			of: formatCount(recorded.ofUnits)
		});
	}
	if (compared.withheld) return m.public_hidden();
	return m.report_compared({
		counted,
		noun,
		count: formatCount(compared.now),
		words: comparisonText(compared.now, compared.base, m.base_same_period(), officialShare),
		units: formatCount(compared.units),
		of: formatCount(compared.ofUnits)
	});
}

function totalsOf(data: ReportData) {
	const textOf = (code: string, scope: ReportScope) => {
		const figure = findFigure(data, code, scope);
		return totalText(figure?.total, figure?.withheld?.total);
	};
	const communes = OF_COMMUNES.map((code) => [code, textOf(code, 'programme')]);
	const districts = Object.entries(OF_DISTRICTS).map(([field, code]) => [
		field,
		textOf(code, 'districts')
	]);
	const totals = Object.fromEntries([...communes, ...districts]) as Record<
		(typeof OF_COMMUNES)[number] | keyof typeof OF_DISTRICTS,
		string
	>;
	// The district level was abolished: later reports have nothing to say of it.
	return { ...totals, cap_huyen: data.districts ? m.report_line_districts(totals) : '' };
}

function missingText({ figures }: ReportData, note: ReportNote): string {
	const gaps = figures.filter(({ missing }) => missing > 0);
	return gaps.length === 0
		? m.report_complete()
		: m.report_gaps({
				list: gaps
					.map(
						({ indicator, missing }) => `${indicatorName(note, indicator)}: ${formatCount(missing)}`
					)
					.join('; ')
			});
}

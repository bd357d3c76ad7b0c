import type { ReportCommune, ReportData, ReportFigure } from '#lib/domain/report/report.ts';
import { m } from '#lib/paraglide/messages.js';
import { absenceLabel, statusLabel } from '../class-label.ts';
import { changeText } from '../comparison.ts';
import { formatCount, formatDate, formatShare } from '../format.ts';
import { indicatorName, indicatorUnit, totalText, trackName, type ReportNote } from './note.ts';

/** Places within a row of each table, which is between `{#xa}` and `{/xa}` and the like. */
export const REPORT_LOOPS = {
	xa: ['tt', 'ten', 'huyen', 'trang_thai', 'ngay_duyet', 'ngay_dat', 'vu', 'cung_ky', 'bien_dong'],
	chi_tieu: ['stt', 'ten_chi_tieu', 'don_vi', 'ky_nay', 'ky_truoc', 'so_voi'],
	dien: ['ten_dien', 'dien_duyet', 'dien_dat', 'dien_ty_le', 'dien_tai']
} as const;
export type ReportLoop = keyof typeof REPORT_LOOPS;
export type ReportRow<L extends ReportLoop> = Readonly<
	Record<(typeof REPORT_LOOPS)[L][number], string>
>;
/** The rows of each table. */
export type ReportTables = { [L in ReportLoop]: ReportRow<L>[] };

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
				m.report_column_number(),
				m.report_column_commune(),
				m.report_column_district(),
				m.report_column_state(),
				m.report_column_approved(),
				m.report_column_met(),
				m.report_column_leading(),
				m.report_column_base(),
				m.report_column_usual()
			];
		case 'chi_tieu':
			return [
				m.report_column_number(),
				m.report_column_indicator(),
				m.report_column_unit(),
				m.report_column_now(),
				m.report_column_base(),
				m.report_column_compared()
			];
		case 'dien':
			return [
				m.report_column_track(),
				m.report_column_track_approved(),
				m.report_column_met(),
				m.report_column_share(),
				m.report_column_relapsed()
			];
	}
}

/** The tables, row by row. */
export function reportTables(data: ReportData, note: ReportNote): ReportTables {
	return {
		xa: data.list.map((commune, at) => communeRow(commune, at, data)),
		chi_tieu: data.figures
			.filter(({ scope }) => scope === 'programme')
			.map((figure, at) => figureRow(figure, at, note)),
		dien: data.tracks.map(({ code, approved, met, relapsed }) => ({
			ten_dien: trackName(note, code),
			dien_duyet: formatCount(approved),
			dien_dat: formatCount(met),
			dien_ty_le: approved > 0 ? formatShare(met / approved) : '–',
			dien_tai: formatCount(relapsed)
		}))
	};
}

function communeRow(commune: ReportCommune, at: number, { base }: ReportData): ReportRow<'xa'> {
	const count = (value: number | undefined) =>
		commune.withheld ? m.public_hidden() : countText(value, commune.estimated);
	return {
		tt: formatCount(at + 1),
		ten: commune.name,
		huyen: commune.district,
		trang_thai: stateText(commune),
		ngay_duyet: commune.approved === undefined ? '–' : formatDate(commune.approved),
		ngay_dat: commune.met === undefined ? '–' : formatDate(commune.met),
		vu: count(commune.count),
		cung_ky: base ? count(commune.base) : '–',
		bien_dong: usualText(commune)
	};
}

/** Whether a commune's count is within what usually varies. */
function usualText({ beyond, withheld }: ReportCommune): string {
	if (withheld) return m.public_hidden();
	if (beyond === undefined) return '–';
	return beyond ? m.report_beyond() : m.report_within();
}

function figureRow(figure: ReportFigure, at: number, note: ReportNote): ReportRow<'chi_tieu'> {
	const { indicator, total, base, comparable, withheld } = figure;
	return {
		stt: formatCount(at + 1),
		ten_chi_tieu: indicatorName(note, indicator),
		don_vi: indicatorUnit(note, indicator),
		ky_nay: totalText(total, withheld?.total),
		ky_truoc: base === undefined && !withheld?.base ? '–' : totalText(base, withheld?.base),
		so_voi:
			total === undefined || base === undefined
				? '–'
				: comparable
					? changeText(total, base)
					: m.report_not_comparable()
	};
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

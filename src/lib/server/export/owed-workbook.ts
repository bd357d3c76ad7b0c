import { localName } from '#lib/view/local-name.ts';
import ExcelJS from 'exceljs';
import type { CitedSource } from '#lib/domain/loaded-source.ts';
import { byName } from '#lib/domain/name.ts';
import { fullName } from '#lib/domain/unit.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDate } from '#lib/view/format.ts';
import { monthName } from '#lib/view/month-name.ts';
import { sensitivityLabel } from '#lib/view/sensitivity.ts';
import { sourceList } from '#lib/view/source-list.ts';
import type { ReadinessMatrix } from '../queries/readiness.ts';
import { writeWorkbook } from './write-workbook.ts';

/** Who owes which report: a row for each commune and month that was not reported in time. */
export async function owedWorkbook(
	matrix: ReadinessMatrix,
	note: {
		today: string;
		demonstration: boolean;
		dataVersion: number;
		sources: readonly CitedSource[];
	}
): Promise<Buffer> {
	const workbook = new ExcelJS.Workbook();
	const sheet = workbook.addWorksheet(m.owed_sheet());
	const { code } = matrix.indicator;
	const name = localName(matrix.indicator);
	sheet.addRow([m.owed_title({ indicator: `${code} – ${name}` })]).font = { bold: true, size: 14 };
	sheet.addRow([
		[
			m.owed_note({ date: formatDate(note.today), version: String(note.dataVersion) }),
			...(note.demonstration ? [m.demonstration_note()] : []),
			m.sheet_source({ sources: sourceList(note.sources) }),
			sensitivityLabel({ forPublic: false, sources: note.sources })
		].join(' ')
	]);
	sheet.addRow([]);
	const head = sheet.addRow([
		m.column_code(),
		m.column_name(),
		m.column_district(),
		m.owed_month(),
		m.owed_state()
	]);
	head.font = { bold: true };
	const units = [...matrix.units].sort((a, b) => byName(a.unit.name, b.unit.name));
	for (const { unit, states } of units) {
		states.forEach((state, at) => {
			if (state !== 'late' && state !== 'suspicious') return;
			sheet.addRow([
				unit.code,
				fullName(unit),
				unit.parentName ?? '',
				monthName(matrix.months[at]!, matrix.scheme),
				state === 'late' ? m.readiness_late() : m.readiness_suspicious()
			]);
		});
	}
	sheet.columns.forEach((column, at) => (column.width = [10, 28, 26, 12, 20][at] ?? 12));
	return writeWorkbook(workbook);
}

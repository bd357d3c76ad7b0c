import { m } from '#lib/paraglide/messages.js';
import type { ReportFields } from './fields.ts';
import type { ReportLoop } from './tables.ts';

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
			lines: [m.report_line_area(fields), m.report_line_leading(fields)],
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

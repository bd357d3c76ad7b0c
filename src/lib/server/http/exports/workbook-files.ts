import { error } from '@sveltejs/kit';
import {
	isIsoDate,
	monthEnd,
	monthOf,
	monthOfYear,
	SCHEMES,
	toMonthText,
	yearOf
} from '#lib/domain/period.ts';
import { isValidOn } from '#lib/domain/unit.ts';
import { toTableCsv } from '#lib/view/table-csv.ts';
import { owedWorkbook } from '../../export/owed-workbook.ts';
import { tableWorkbook } from '../../export/table-workbook.ts';
import { templateWorkbook, type TemplateRequest } from '../../export/template-workbook.ts';
import { provinceRequest } from '../province-request.ts';
import { readReadiness, today } from '../readiness-request.ts';
import type { RequestContext } from '../request-context.ts';
import { readTable } from '../table-request.ts';
import type { ExportedFile } from './exported-file.ts';

/** The table in view as a workbook, with what it is on a sheet of its own. */
export async function tableFile(context: RequestContext, url: URL): Promise<ExportedFile> {
	const { rows, note, month } = await readTable(context, url);
	return { body: await tableWorkbook(rows, note), name: `diaban-${toMonthText(month)}.xlsx` };
}

/** The table in view as CSV, with what it is in its first lines. */
export async function tableCsvFile(context: RequestContext, url: URL): Promise<ExportedFile> {
	const { rows, note, month } = await readTable(context, url);
	return {
		body: `\uFEFF${toTableCsv(rows, note)}`,
		name: `diaban-${toMonthText(month)}.csv`,
		type: 'text/csv; charset=utf-8'
	};
}

/** Who owes which report, as a workbook. */
export async function owedFile(context: RequestContext, url: URL): Promise<ExportedFile> {
	const { province } = await provinceRequest(context.db, url);
	const matrix = await readReadiness(context.db, url);
	if (!matrix) error(404, 'indicator-unknown');
	const { demonstration, dataVersion } = province.state;
	const { sources } = province;
	const note = { today: today(), demonstration, dataVersion, sources };
	const calendar = matrix.scheme === 'reporting' ? '-ky-15-14' : '';
	return {
		body: await owedWorkbook(matrix, note),
		name: `con-no-${matrix.indicator.code}${calendar}.xlsx`
	};
}

const KINDS = ['months', 'indicators', 'status', 'models', 'sites', 'succession'] as const;

/**
 * A workbook to fill in, with the communes of a date; one for figures of a month has the communes of the month's
 * last day.
 */
export async function templateFile(context: RequestContext, url: URL): Promise<ExportedFile> {
	const { province } = await provinceRequest(context.db, url);
	const query = url.searchParams;
	const kind = KINDS.find((each) => each === query.get('kind'));
	if (!kind) error(404, 'template-unknown');
	const asked = query.get('date') ?? '';
	const date = isIsoDate(asked) ? asked : today();
	const scheme = SCHEMES.find((each) => each === query.get('scheme')) ?? province.history.calendar;
	const month = monthOf(date, scheme);
	const unitsOn = kind === 'indicators' ? monthEnd(month, scheme) : date;
	const chosen = (query.get('indicator') ?? '').split(',');
	const monthly = province.indicators.filter((each) => each.periodicity === 'month');
	const indicators =
		kind === 'months'
			? province.indicators.filter((each) => chosen.includes(each.code)).slice(0, 1)
			: monthly.filter((each) => chosen[0] === '' || chosen.includes(each.code));
	const request: TemplateRequest = {
		kind,
		date,
		units: [...province.history.units.values()].filter((unit) => isValidOn(unit, unitsOn)),
		year: yearOf(month),
		month: monthOfYear(month),
		indicators: indicators.length > 0 ? indicators : monthly.slice(0, 1),
		reporting: scheme === 'reporting',
		tracks: province.tracks,
		demonstration: province.state.demonstration
	};
	return { body: await templateWorkbook(request), name: `bieu-mau-${kind}-${date}.xlsx` };
}

import { error } from '@sveltejs/kit';
import { isIsoDate, monthEnd, monthOf, monthOfYear, SCHEMES, yearOf } from '#lib/domain/period.ts';
import { isValidOn } from '#lib/domain/unit.ts';
import { templateWorkbook, type TemplateRequest } from '#lib/server/export/template-workbook.ts';
import { attachment } from '#lib/server/http/attachment.ts';
import { today } from '#lib/server/http/readiness-request.ts';
import { readProvinceRequest } from '#lib/server/http/request.ts';
import type { RequestHandler } from './$types';

const KINDS = ['months', 'indicators', 'status', 'models', 'sites', 'succession'] as const;

/**
 * A workbook to fill in, with the communes of a date; one for figures of a month has the communes of the month's
 * last day.
 */
export const GET: RequestHandler = async ({ url }) => {
	const { province } = await readProvinceRequest(url);
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
	return attachment(await templateWorkbook(request), `bieu-mau-${kind}-${date}.xlsx`);
};

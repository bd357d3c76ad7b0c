import { error } from '@sveltejs/kit';
import { owedWorkbook } from '#lib/server/export/owed-workbook.ts';
import { attachment } from '#lib/server/http/attachment.ts';
import { readReadiness, today } from '#lib/server/http/readiness-request.ts';
import { readProvinceRequest } from '#lib/server/http/request.ts';
import type { RequestHandler } from './$types';

/** Who owes which report, as a workbook. */
export const GET: RequestHandler = async ({ url }) => {
	const { province } = await readProvinceRequest(url);
	const matrix = await readReadiness(url);
	if (!matrix) error(404, 'indicator-unknown');
	const { demonstration, dataVersion } = province.state;
	const { sources } = province;
	const note = { today: today(), demonstration, dataVersion, sources };
	const workbook = await owedWorkbook(matrix, note);
	return attachment(
		workbook,
		`con-no-${matrix.indicator.code}${matrix.scheme === 'reporting' ? '-ky-15-14' : ''}.xlsx`
	);
};

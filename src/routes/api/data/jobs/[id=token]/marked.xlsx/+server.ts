import { error } from '@sveltejs/kit';
import { basename } from 'node:path';
import { markedWorkbook } from '#lib/server/export/marked-workbook.ts';
import { requireUpload } from '#lib/server/http/data-request.ts';
import { attachment } from '#lib/server/http/attachment.ts';
import { reaching } from '#lib/server/http/request.ts';
import { openedJobs } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** The workbook that was checked, with its problems marked in it. */
export const GET: RequestHandler = async ({ params, url }) => {
	const result = (await reaching(openedJobs().find(params.id)))?.result;
	if (!result || result.kind === 'inspect') error(404, 'job-unknown');
	const file = requireUpload(url.searchParams.get('file'));
	const name = basename(file).replace(/\.xlsx$/i, '');
	return attachment(await markedWorkbook(file, result.report.problems), `${name} (kiểm tra).xlsx`);
};

import { error } from '@sveltejs/kit';
import { requireUpload } from '#lib/server/http/data-request.ts';
import { answerExport } from '#lib/server/http/exports/answer-export.ts';
import { reaching } from '#lib/server/http/request.ts';
import { openedJobs } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** The workbook that was checked, with its problems marked in it. */
export const GET: RequestHandler = async (event) => {
	const result = (await reaching(openedJobs().find(event.params.id)))?.result;
	if (!result || result.kind === 'inspect') error(404, 'job-unknown');
	const file = requireUpload(event.url.searchParams.get('file'));
	return answerExport(event, 'marked', { marked: { file, problems: result.report.problems } });
};

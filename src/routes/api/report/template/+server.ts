import { error, json } from '@sveltejs/kit';
import { cleanLine, cleanText } from '#lib/domain/clean-text.ts';
import { dropOwnTemplate, keepOwnTemplate } from '#lib/server/data/report-template.ts';
import { findTemplateFault } from '#lib/server/export/report-document.ts';
import { reaching } from '#lib/server/http/request.ts';
import { openedDatabase } from '#lib/server/runtime.ts';
import type { TemplateAnswer } from '#lib/view/report/wire.ts';
import type { RequestHandler } from './$types';

/** Word files with a letterhead's pictures are larger than text, but not by this much. */
const MAX_BYTES = 10 * 1024 * 1024;

/** Takes a template into use: a docx file as the body, `name` as its name. What is wrong with it is answered. */
export const PUT: RequestHandler = async ({ request, url }) => {
	// Refused before it is read: nobody fills the memory with what is thrown away.
	const size = Number(request.headers.get('content-length') ?? Infinity);
	if (!(size <= MAX_BYTES)) error(413, 'template-too-large');
	const body = new Uint8Array(await request.arrayBuffer());
	const fault = await findTemplateFault(body);
	if (fault) return json({ taken: false, ...fault } satisfies TemplateAnswer);
	const name = cleanLine(url.searchParams.get('name') ?? '');
	const fileName = cleanText(name.slice(0, 200)) || 'mau.docx';
	await reaching(keepOwnTemplate(openedDatabase().db, { fileName, body }));
	return json({ taken: true } satisfies TemplateAnswer);
};

/** Goes back to the built-in template. */
export const DELETE: RequestHandler = async () => {
	await reaching(dropOwnTemplate(openedDatabase().db));
	return json({});
};

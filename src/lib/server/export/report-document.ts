import { TagDisposition, TemplateHandler } from 'easy-template-x';
import {
	REPORT_FIELDS,
	REPORT_LOOP,
	REPORT_ROW_FIELDS,
	type ReportFields,
	type ReportRow
} from '#lib/view/report-text.ts';

/** Why a template cannot be used. */
export type TemplateFault =
	{ fault: 'unknown'; fields: string[]; known: string[] } | { fault: 'broken'; message: string };

const KNOWN: readonly string[] = [...REPORT_FIELDS, REPORT_LOOP, ...REPORT_ROW_FIELDS];

/** What is wrong with a template; undefined where nothing is. */
export async function findTemplateFault(file: Uint8Array): Promise<TemplateFault | undefined> {
	const handler = new TemplateHandler();
	try {
		const tags = await handler.parseTags(Buffer.from(file));
		const fields = [...new Set(tags.map(({ name }) => name))];
		const unknown = fields.filter((name) => !KNOWN.includes(name));
		if (unknown.length > 0) return { fault: 'unknown', fields: unknown, known: [...KNOWN] };
		const filled = await handler.process(Buffer.from(file), {});
		// What the reader of tags passes over in silence: half a tag, or half a pair.
		const [brace] = /[^{}]{0,20}[{}][^{}]{0,20}/.exec(await handler.getText(filled)) ?? [];
		if (brace !== undefined) return { fault: 'broken', message: brace.trim() };
		const loop = tags.filter(({ name }) => name === REPORT_LOOP);
		const opened = loop.filter(({ disposition }) => disposition === TagDisposition.Open).length;
		return opened * 2 === loop.length
			? undefined
			: { fault: 'broken', message: `{#${REPORT_LOOP}} … {/${REPORT_LOOP}}` };
	} catch (error) {
		return { fault: 'broken', message: error instanceof Error ? error.message : String(error) };
	}
}

/** A template with its places filled, as a docx file. */
export async function fillTemplate(
	template: Uint8Array,
	fields: ReportFields,
	rows: readonly ReportRow[]
): Promise<Buffer> {
	const filled = await new TemplateHandler().process(Buffer.from(template), {
		...fields,
		[REPORT_LOOP]: rows.map((row) => ({ ...row }))
	});
	return Buffer.from(filled);
}

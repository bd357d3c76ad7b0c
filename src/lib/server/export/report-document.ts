import { TagDisposition, TemplateHandler, type Tag } from 'easy-template-x';
import JSZip from 'jszip';
import { cleanText } from '#lib/domain/clean-text.ts';
import { REPORT_FIELDS, type ReportFields } from '#lib/view/report/fields.ts';
import { REPORT_LOOPS, type ReportTables } from '#lib/view/report/tables.ts';
import { elementsOf, parseXml, rootOf } from '../office/xml.ts';
import { acceptChanges } from './accept-changes.ts';
import { unpacksWithin } from './unpacks-within.ts';

/** Why a template cannot be used. */
export type TemplateFault =
	| { fault: 'unknown'; fields: string[]; known: string[] }
	| { fault: 'broken'; message: string }
	| { fault: 'bomb' };

/** A template with its pictures, in bytes: more fills the memory of everybody. */
const MAX_UNPACKED = 100 * 1024 ** 2;
const FIELDS: readonly string[] = REPORT_FIELDS;
const LOOPS: Readonly<Record<string, readonly string[]>> = REPORT_LOOPS;
const KNOWN = [...FIELDS, ...Object.keys(LOOPS), ...Object.values(LOOPS).flat()];

/** What is wrong with a template; undefined where nothing is. */
export async function findTemplateFault(file: Uint8Array): Promise<TemplateFault | undefined> {
	if (!(await unpacksWithin(Buffer.from(file), MAX_UNPACKED))) return { fault: 'bomb' };
	const handler = new TemplateHandler();
	try {
		const template = await acceptChanges(file);
		const tags = await handler.parseTags(template);
		const fields = [...new Set(tags.map(({ name }) => name))];
		const unknown = fields.filter((name) => !KNOWN.includes(name));
		if (unknown.length > 0) return { fault: 'unknown', fields: unknown, known: [...KNOWN] };
		const misplaced = findMisplaced(tags);
		if (misplaced !== undefined) return { fault: 'broken', message: misplaced };
		const filled = await handler.process(template, {});
		// What the reader of tags passes over in silence: half a tag, and any in a footnote.
		const [brace] = /[^{}]{0,20}[{}][^{}]{0,20}/.exec(await printedText(filled)) ?? [];
		return brace === undefined ? undefined : { fault: 'broken', message: brace.trim() };
	} catch (error) {
		return { fault: 'broken', message: error instanceof Error ? error.message : String(error) };
	}
}

/** What stands on the pages of a document, with its headers, footers and notes; a line a paragraph. */
async function printedText(file: Uint8Array): Promise<string> {
	const zip = await JSZip.loadAsync(file);
	const parts = zip.file(/^word\/(document|header|footer|footnotes|endnotes)[^/]*\.xml$/);
	const lines = await Promise.all(
		parts.map(async (part) =>
			elementsOf(rootOf(parseXml(await part.async('string'))), 'w:p').map((paragraph) =>
				elementsOf(paragraph, 'w:t')
					.map(({ textContent }) => textContent)
					.join('')
			)
		)
	);
	return lines.flat().join('\n');
}

/** Half a pair, or a row's field outside of its table, where it would print nothing. */
function findMisplaced(tags: readonly Tag[]): string | undefined {
	let open: string | undefined;
	for (const { name, disposition } of tags) {
		const isLoop = name in LOOPS;
		if (isLoop && disposition === TagDisposition.Open && open === undefined) open = name;
		else if (isLoop && disposition === TagDisposition.Close && open === name) open = undefined;
		else if (isLoop) return `{#${name}} … {/${name}}`;
		else if (!FIELDS.includes(name) && !(open !== undefined && LOOPS[open]!.includes(name))) {
			const loop = Object.keys(LOOPS).find((each) => LOOPS[each]!.includes(name));
			return `{#${loop}} … {${name}} … {/${loop}}`;
		}
	}
	return open === undefined ? undefined : `{#${open}} … {/${open}}`;
}

/** A template with its places filled, as a docx file. */
export async function fillTemplate(
	template: Uint8Array,
	fields: ReportFields,
	tables: ReportTables
): Promise<Buffer> {
	const rows = Object.fromEntries(
		Object.entries(tables).map(([loop, list]) => [loop, list.map(cleanTexts)])
	);
	return new TemplateHandler().process(await acceptChanges(template), {
		...cleanTexts(fields),
		...rows
	});
}

function cleanTexts(texts: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, cleanText(text)]));
}

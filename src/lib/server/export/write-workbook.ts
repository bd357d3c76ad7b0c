import type { Element } from '@xmldom/xmldom';
import type ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { cleanText } from '#lib/domain/clean-text.ts';
import { dropAbsentParts } from '../office/absent-parts.ts';
import { orderChildren } from '../office/order-children.ts';
import { editPart, elementsOf } from '../office/xml.ts';

/** What makes up a font, in the schema's order. */
const FONT = [
	'b',
	'i',
	'strike',
	'condense',
	'extend',
	'outline',
	'shadow',
	'u',
	'vertAlign',
	'sz',
	'color',
	'name',
	'family',
	'charset',
	'scheme'
];

/** A workbook as a valid xlsx file: with clean texts, and without entries for parts that are not in it. */
export async function writeWorkbook(workbook: ExcelJS.Workbook): Promise<Buffer> {
	for (const sheet of workbook.worksheets) {
		sheet.eachRow((row) => row.eachCell(cleanCell));
	}
	const zip = await JSZip.loadAsync(await workbook.xlsx.writeBuffer());
	await editPart(zip, 'xl/styles.xml', (root) => {
		for (const font of elementsOf(root, 'font')) orderChildren(font, FONT);
	});
	for (const { name } of zip.file(/^xl\/drawings\/\w+\.xml$/))
		await editPart(zip, name, mendAnchors);
	for (const name of await sheetsWithComments(zip)) {
		const sheet = await zip.file(name)?.async('string');
		if (sheet !== undefined) zip.file(name, orderLegacyDrawing(sheet));
	}
	await dropAbsentParts(zip);
	return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** Only a picture between two cells may say whether it grows with them. */
function mendAnchors(root: Element): void {
	for (const anchor of elementsOf(root, 'xdr:oneCellAnchor')) anchor.removeAttribute('editAs');
}

async function sheetsWithComments(zip: JSZip): Promise<string[]> {
	const names: string[] = [];
	for (const part of zip.file(/^xl\/worksheets\/_rels\/.*\.rels$/)) {
		const relations = await part.async('string');
		if (relations.includes('/vmlDrawing"')) {
			names.push(part.name.replace('_rels/', '').replace(/\.rels$/, ''));
		}
	}
	return names;
}

/** The shapes of a sheet's comments stand before what exceljs writes before them; as text, because sheets are large. */
function orderLegacyDrawing(sheet: string): string {
	const [end] = /<legacyDrawing [^>]*\/><\/worksheet>$/.exec(sheet) ?? [];
	if (end === undefined) return sheet;
	const rest = sheet.slice(0, -end.length);
	// Rules of conditional formats may have extensions of their own.
	const rules = Math.max(0, rest.lastIndexOf('</conditionalFormatting>'));
	const later = rest.slice(rules).search(/<(picture|tableParts|extLst)\b/);
	const at = later < 0 ? rest.length : rules + later;
	return `${rest.slice(0, at)}${end.replace('</worksheet>', '')}${rest.slice(at)}</worksheet>`;
}

function cleanCell(cell: ExcelJS.Cell): void {
	if (typeof cell.note === 'string') cell.note = cleanText(cell.note);
	else if (cell.note?.texts) cell.note = { ...cell.note, texts: cell.note.texts.map(cleanRun) };
	const { value } = cell;
	if (typeof value === 'string') cell.value = cleanText(value);
	else if (typeof value !== 'object' || value === null) return;
	else if ('richText' in value) cell.value = { richText: value.richText.map(cleanRun) };
	else if ('hyperlink' in value) cell.value = { ...value, text: cleanText(value.text) };
	else if ('result' in value && typeof value.result === 'string') {
		cell.value = { ...value, result: cleanText(value.result) };
	}
}

function cleanRun(run: ExcelJS.RichText): ExcelJS.RichText {
	return { ...run, text: cleanText(run.text) };
}

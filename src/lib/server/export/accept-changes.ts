import type { Element } from '@xmldom/xmldom';
import JSZip from 'jszip';
import { childOf, childrenOf, editPart, elementsOf, remove } from '../office/xml.ts';

/** What Word marks changes with, and the smart tags of its old versions, which part runs as changes do. */
const MARKS = /<w:(ins|del|moveFrom|moveTo|smartTag|cellIns|cellDel|cellMerge|\w+Change)\b/;
/** How something was before a change; where a move begins and ends. */
const BEFORE = [
	...['rPr', 'pPr', 'sectPr', 'tblPr', 'tblPrEx', 'tblGrid', 'trPr', 'tcPr', 'numbering'].map(
		(name) => `w:${name}Change`
	),
	...['moveFrom', 'moveTo'].flatMap((name) => [`w:${name}RangeStart`, `w:${name}RangeEnd`]),
	'w:cellIns',
	'w:cellMerge',
	'w:smartTagPr'
];
const DELETED = ['w:del', 'w:moveFrom'];
const INSERTED = ['w:ins', 'w:moveTo', 'w:smartTag'];
/**
 * A Word file as it reads with its tracked changes accepted: deleted text is gone, inserted text is text like
 * any other. One without changes comes back as it is, and so does what is no package: who opens it says why.
 */
export async function acceptChanges(file: Uint8Array): Promise<Buffer> {
	const zip = await JSZip.loadAsync(file).catch(() => undefined);
	if (!zip) return Buffer.from(file);
	let changed = false;
	for (const part of zip.file(/^word\/[^/]+\.xml$/)) {
		if (!MARKS.test(await part.async('string'))) continue;
		await editPart(zip, part.name, acceptWithin);
		changed = true;
	}
	return changed
		? zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
		: Buffer.from(file);
}

function acceptWithin(root: Element): void {
	const joined = elementsOf(root, 'w:p').filter(isEndDeleted);
	elementsOf(root, 'w:tr').filter(isRowDeleted).forEach(removePart);
	for (const mark of elementsOf(root, 'w:cellDel')) {
		const cell = mark.parentElement?.parentElement;
		if (cell) removePart(cell);
	}
	for (const name of [...BEFORE, ...DELETED]) elementsOf(root, name).forEach(remove);
	for (const name of INSERTED) elementsOf(root, name).forEach(unwrap);
	joined.forEach(joinWithNext);
}

function isEndDeleted(paragraph: Element): boolean {
	const properties = childOf(paragraph, 'w:pPr');
	const mark = properties && childOf(properties, 'w:rPr');
	return mark !== undefined && DELETED.some((name) => childOf(mark, name));
}

function isRowDeleted(row: Element): boolean {
	const properties = childOf(row, 'w:trPr');
	return properties !== undefined && childOf(properties, 'w:del') !== undefined;
}

/** Takes out a cell or a row; with the last cell its row, with the last row its table. */
function removePart(part: Element): void {
	const whole = part.parentElement;
	remove(part);
	const isTable = part.tagName === 'w:tbl';
	if (whole && !isTable && !childOf(whole, part.tagName)) removePart(whole);
}

/** Puts what an element holds in its place; a mark that holds nothing goes. */
function unwrap(element: Element): void {
	for (const child of [...element.childNodes]) element.parentNode?.insertBefore(child, element);
	remove(element);
}

/** A paragraph whose end was deleted goes on in the next one; where a table or the end follows, it stays. */
function joinWithNext(paragraph: Element): void {
	const siblings = paragraph.parentElement ? childrenOf(paragraph.parentElement) : [];
	const next = siblings[siblings.indexOf(paragraph) + 1];
	if (next?.tagName !== 'w:p') return;
	const properties = childOf(paragraph, 'w:pPr');
	// A section ends with this paragraph.
	if (properties && childOf(properties, 'w:sectPr')) return;
	const first = childrenOf(next).find(({ tagName }) => tagName !== 'w:pPr') ?? null;
	for (const child of childrenOf(paragraph)) {
		if (child !== properties) next.insertBefore(child, first);
	}
	remove(paragraph);
}

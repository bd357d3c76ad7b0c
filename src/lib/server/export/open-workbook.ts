import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { cleanText } from '#lib/domain/clean-text.ts';
import { childOf, editPart, elementsOf, parseXml, remove, rootOf } from '../office/xml.ts';

const USUAL_MAIN_PART = 'xl/workbook.xml';
/** Parts beside a sheet that exceljs finds by name alone; it fails over relationships to others. */
const USUAL_PARTS: Record<string, RegExp> = {
	comments: /^\.\.\/comments\d+\.xml$/,
	vmlDrawing: /^\.\.\/drawings\/vmlDrawing\d+\.vml$/,
	table: /^\.\.\/tables\/table\d+\.xml$/
};

/**
 * Opens a workbook of any program with exceljs, which expects the names that Excel gives to parts. Comments and
 * tables under other names are left out.
 *
 * @throws where exceljs cannot read it
 */
export async function openWorkbook(path: string): Promise<ExcelJS.Workbook> {
	const zip = await JSZip.loadAsync(await readFile(path));
	await renameMainPart(zip);
	for (const { name } of zip.file(/^xl\/(worksheets|drawings)\/_rels\/[^/]+\.rels$/)) {
		await keepUsualRelations(zip, name);
	}
	for (const { name } of zip.file(/^xl\/tables\/[^/]+\.xml$/)) await giveTableStyle(zip, name);
	for (const part of zip.file(/^xl\/.*\.xml$/)) {
		const text = await part.async('string');
		const clean = cleanText(text);
		if (clean !== text) zip.file(part.name, clean);
	}
	const workbook = new ExcelJS.Workbook();
	await workbook.xlsx.load(await zip.generateAsync({ type: 'arraybuffer' }));
	return workbook;
}

async function renameMainPart(zip: JSZip): Promise<void> {
	const relations = await zip.file('_rels/.rels')?.async('string');
	if (relations === undefined) return;
	const main = elementsOf(rootOf(parseXml(relations)), 'Relationship')
		.find((each) => each.getAttribute('Type')?.endsWith('/officeDocument'))
		?.getAttribute('Target')
		?.replace(/^\//, '');
	if (main === undefined || main === USUAL_MAIN_PART) return;
	await movePart(zip, main, USUAL_MAIN_PART);
	await movePart(zip, relationsOf(main), relationsOf(USUAL_MAIN_PART));
}

async function movePart(zip: JSZip, from: string, to: string): Promise<void> {
	const part = zip.file(from);
	if (!part) return;
	zip.file(to, await part.async('uint8array'));
	zip.remove(from);
}

function relationsOf(part: string): string {
	return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
}

/** Targets as Excel writes them, `../comments1.xml`, and none that exceljs would fail over. */
async function keepUsualRelations(zip: JSZip, name: string): Promise<void> {
	const folder = posix.dirname(posix.dirname(name));
	await editPart(zip, name, (root) => {
		for (const each of elementsOf(root, 'Relationship')) {
			if (each.getAttribute('TargetMode') === 'External') continue;
			const written = each.getAttribute('Target') ?? '';
			const target = written.startsWith('/') ? posix.relative(folder, written.slice(1)) : written;
			const kind = posix.basename(each.getAttribute('Type') ?? '');
			if (USUAL_PARTS[kind]?.test(target) === false) remove(each);
			else each.setAttribute('Target', target);
		}
	});
}

/** exceljs fails over a table without a style, as LibreOffice writes it. */
async function giveTableStyle(zip: JSZip, name: string): Promise<void> {
	await editPart(zip, name, (root, document) => {
		if (childOf(root, 'tableStyleInfo')) return;
		root.appendChild(document.createElementNS(root.namespaceURI, 'tableStyleInfo'));
	});
}

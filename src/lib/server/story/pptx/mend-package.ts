import type { Element } from '@xmldom/xmldom';
import type JSZip from 'jszip';
import { dropAbsentParts } from '#lib/server/office/absent-parts.ts';
import { copyOf, editPart, elementsOf } from '#lib/server/office/xml.ts';
import { mendChart } from './mend-chart.ts';
import { breakLines, keepFirstProperties } from './mend-text.ts';
import { orderChildren } from '#lib/server/office/order-children.ts';

const NOTES_MASTER = 'ppt/notesMasters/_rels/notesMaster1.xml.rels';

/**
 * Makes what pptxgenjs 4.0.1 wrote a valid presentation: it names slide masters that are not there, gives two
 * shapes of a slide one id, writes elements in another order than the schema's, and loses line breaks.
 */
export async function mendPackage(zip: JSZip): Promise<void> {
	await editPart(zip, 'ppt/presentation.xml', orderPresentation);
	for (const { name } of zip.file(/^ppt\/(slides|notesSlides)\/\w+\.xml$/)) {
		await editPart(zip, name, (root) => {
			numberShapes(root);
			keepFirstProperties(root);
			breakLines(root);
		});
	}
	for (const { name } of zip.file(/^ppt\/charts\/\w+\.xml$/)) await editPart(zip, name, mendChart);
	await giveNotesTheirTheme(zip);
	await dropAbsentParts(zip);
}

function orderPresentation(root: Element): void {
	orderChildren(root, [
		'p:sldMasterIdLst',
		'p:notesMasterIdLst',
		'p:handoutMasterIdLst',
		'p:sldIdLst',
		'p:sldSz',
		'p:notesSz'
	]);
}

/** Every shape has an id of its own, counted from the tree itself, which is 1. */
function numberShapes(root: Element): void {
	elementsOf(root, 'p:cNvPr').forEach((shape, at) => shape.setAttribute('id', String(at + 1)));
}

/** PowerPoint offers to repair a file in which two masters share a theme. */
async function giveNotesTheirTheme(zip: JSZip): Promise<void> {
	const theme = zip.file('ppt/theme/theme1.xml');
	if (!theme || !zip.file(NOTES_MASTER)) return;
	zip.file('ppt/theme/theme2.xml', await theme.async('string'));
	await editPart(zip, NOTES_MASTER, (root) => {
		for (const each of elementsOf(root, 'Relationship')) {
			if (each.getAttribute('Target') === '../theme/theme1.xml') {
				each.setAttribute('Target', '../theme/theme2.xml');
			}
		}
	});
	await editPart(zip, '[Content_Types].xml', (root) => {
		const first = elementsOf(root, 'Override').find(
			(each) => each.getAttribute('PartName') === '/ppt/theme/theme1.xml'
		);
		if (!first) return;
		const second = copyOf(first);
		second.setAttribute('PartName', '/ppt/theme/theme2.xml');
		root.appendChild(second);
	});
}

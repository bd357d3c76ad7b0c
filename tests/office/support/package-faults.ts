import { DOMParser, onErrorStopParsing, type Document, type Element } from '@xmldom/xmldom';
import type JSZip from 'jszip';
import { posix } from 'node:path';

const CONTENT_TYPES = '[Content_Types].xml';
/** xmldom lets them pass. */
const FORBIDDEN = /(?![\t\n\r\x7F-\x9F])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/u;
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What is wrong with a package of parts: what does not parse, is named but missing, or stands there twice. */
export async function packageFaults(zip: JSZip): Promise<string[]> {
	const faults: string[] = [];
	const documents = new Map<string, Document>();
	for (const { name } of zip.file(/\.(xml|rels|vml)$/)) {
		try {
			const text = await zip.file(name)!.async('string');
			if (FORBIDDEN.test(text)) faults.push(`${name} has a character that XML forbids`);
			const parser = new DOMParser({ onError: onErrorStopParsing });
			documents.set(name, parser.parseFromString(text, 'text/xml'));
		} catch (error) {
			faults.push(`${name} is no XML: ${String(error)}`);
		}
	}
	for (const [name, document] of documents) {
		if (name.endsWith('.rels')) faults.push(...relationFaults(zip, name, document));
		else faults.push(...usedRelationFaults(documents, name, document));
		faults.push(...shapeFaults(name, document));
	}
	return [...faults, ...contentTypeFaults(zip, documents.get(CONTENT_TYPES))];
}

function elements(document: Document, name: string): Element[] {
	return [...document.getElementsByTagName(name)];
}

function contentTypeFaults(zip: JSZip, document: Document | undefined): string[] {
	if (!document) return [`There is no ${CONTENT_TYPES}.`];
	const named = elements(document, 'Override').map((each) => each.getAttribute('PartName') ?? '');
	const endings = elements(document, 'Default').map((each) => each.getAttribute('Extension') ?? '');
	const parts = Object.values(zip.files).filter(({ dir, name }) => !dir && name !== CONTENT_TYPES);
	return [
		...named.filter((part) => !zip.file(part.slice(1))).map((part) => `${part} is not there`),
		...twice(named).map((part) => `${part} has two content types`),
		...twice(endings).map((ending) => `.${ending} has two content types`),
		...parts
			.filter(({ name }) => !named.includes(`/${name}`) && !endings.includes(endingOf(name)))
			.map(({ name }) => `${name} has no content type`)
	];
}

function endingOf(name: string): string {
	return name.slice(name.lastIndexOf('.') + 1);
}

function relationFaults(zip: JSZip, name: string, document: Document): string[] {
	const folder = posix.dirname(posix.dirname(name));
	const relations = elements(document, 'Relationship');
	const missing = relations
		.filter((each) => each.getAttribute('TargetMode') !== 'External')
		.map((each) => each.getAttribute('Target') ?? '')
		.filter((target) => {
			const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
			return !zip.file(path);
		});
	const ids = relations.map((each) => each.getAttribute('Id') ?? '');
	return [
		...missing.map((target) => `${name} names ${target}, which is not there`),
		...twice(ids).map((id) => `${name} has ${id} twice`)
	];
}

/** Relationships that a part uses but does not have. */
function usedRelationFaults(
	documents: ReadonlyMap<string, Document>,
	name: string,
	document: Document
): string[] {
	const rels = documents.get(
		posix.join(posix.dirname(name), '_rels', `${posix.basename(name)}.rels`)
	);
	const ids = rels ? elements(rels, 'Relationship').map((each) => each.getAttribute('Id')) : [];
	return elements(document, '*').flatMap((element) =>
		[...element.attributes]
			.filter(({ namespaceURI, value }) => namespaceURI === RELATIONS && !ids.includes(value))
			.map(({ value }) => `${name} uses ${value}, which is not among its relationships`)
	);
}

function shapeFaults(name: string, document: Document): string[] {
	const ids = ['p:cNvPr', 'wp:docPr', 'xdr:cNvPr'].flatMap((tag) =>
		elements(document, tag).map((each) => each.getAttribute('id') ?? '')
	);
	return twice(ids).map((id) => `${name} has two shapes of id ${id}`);
}

function twice(values: readonly string[]): string[] {
	return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}

import {
	DOMParser,
	onErrorStopParsing,
	XMLSerializer,
	type Document,
	type Element
} from '@xmldom/xmldom';
import type JSZip from 'jszip';
import { cleanText } from '#lib/domain/clean-text.ts';

/** Changes a part of an Office file; nothing happens where there is no such part. */
export async function editPart(
	zip: JSZip,
	name: string,
	edit: (root: Element, document: Document) => void
): Promise<void> {
	const part = zip.file(name);
	if (!part) return;
	const document = parseXml(await part.async('string'));
	edit(rootOf(document), document);
	zip.file(name, new XMLSerializer().serializeToString(document));
}

/** A part as a tree. Characters that XML forbids are taken out first. @throws where it is no XML */
export function parseXml(text: string): Document {
	return new DOMParser({ onError: onErrorStopParsing }).parseFromString(
		cleanText(text),
		'text/xml'
	);
}

/** The outermost element. */
export function rootOf({ documentElement }: Document): Element {
	if (!documentElement) throw new Error('The document is empty.');
	return documentElement;
}

/** Elements of a name – `a:p`, as it is written – anywhere within another one. */
export function elementsOf(within: Element, name: string): Element[] {
	return [...within.getElementsByTagName(name)];
}

/** The elements directly within another one. */
export function childrenOf(within: Element): Element[] {
	return [...within.childNodes].filter(isElement);
}

/** The first element of a name directly within another one. */
export function childOf(within: Element, name: string): Element | undefined {
	return childrenOf(within).find(({ tagName }) => tagName === name);
}

function isElement(node: object): node is Element {
	return 'tagName' in node;
}

/** An element with all that is in it, once more. */
export function copyOf(element: Element): Element {
	const copy = element.cloneNode(true);
	if (!isElement(copy)) throw new Error('The copy of an element is none.');
	return copy;
}

/** Takes an element out of its tree. */
export function remove(element: Element): void {
	element.parentNode?.removeChild(element);
}

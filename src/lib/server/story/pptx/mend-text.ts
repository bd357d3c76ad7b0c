import type { Element } from '@xmldom/xmldom';
import { childOf, childrenOf, copyOf, elementsOf, remove } from '#lib/server/office/xml.ts';

/** A paragraph has one set of properties, at its beginning; the library writes one for each run. */
export function keepFirstProperties(root: Element): void {
	for (const paragraph of elementsOf(root, 'a:p')) {
		for (const properties of elementsOf(paragraph, 'a:pPr')) {
			if (properties !== childrenOf(paragraph)[0]) remove(properties);
		}
	}
}

/** Line ends within a run are line breaks; as characters they would be shown as spaces. */
export function breakLines(root: Element): void {
	for (const run of elementsOf(root, 'a:r')) {
		const lines = childOf(run, 'a:t')?.textContent?.split('\n') ?? [];
		if (lines.length < 2) continue;
		for (const [at, line] of lines.entries()) {
			if (at > 0) run.parentNode?.insertBefore(lineBreak(run), run);
			if (line !== '') run.parentNode?.insertBefore(runWith(run, line), run);
		}
		remove(run);
	}
}

function runWith(run: Element, text: string): Element {
	const copy = copyOf(run);
	const words = childOf(copy, 'a:t');
	if (words) words.textContent = text;
	return copy;
}

function lineBreak(run: Element): Element {
	const line = run.ownerDocument!.createElementNS(run.namespaceURI, 'a:br');
	const properties = childOf(run, 'a:rPr');
	if (properties) line.appendChild(copyOf(properties));
	return line;
}

import type { Element } from '@xmldom/xmldom';
import { childrenOf } from './xml.ts';

/**
 * Puts the elements directly within another one into the schema's order; of one name they keep their own, and
 * names that are not in the list stay behind the others.
 */
export function orderChildren(within: Element, names: readonly string[]): void {
	const place = ({ tagName }: Element) => {
		const at = names.indexOf(tagName);
		return at < 0 ? names.length : at;
	};
	for (const child of childrenOf(within).toSorted((a, b) => place(a) - place(b))) {
		within.appendChild(child);
	}
}

import type { Element } from '@xmldom/xmldom';
import { childrenOf, elementsOf, remove } from '#lib/server/office/xml.ts';
import { orderChildren } from '#lib/server/office/order-children.ts';

const SERIES = [
	'c:idx',
	'c:order',
	'c:tx',
	'c:spPr',
	'c:invertIfNegative',
	'c:marker',
	'c:dPt',
	'c:dLbls',
	'c:cat',
	'c:val',
	'c:xVal',
	'c:yVal',
	'c:smooth'
];
/** Of an axis of categories; an axis of values has none of them. */
const CATEGORIES_ONLY = ['c:auto', 'c:lblAlgn', 'c:lblOffset', 'c:noMultiLvlLbl'];
/** So many axes a flat chart has. */
const AXES = 2;

/** Makes a chart of the library valid. */
export function mendChart(root: Element): void {
	for (const series of elementsOf(root, 'c:ser')) orderChildren(series, SERIES);
	for (const axis of elementsOf(root, 'c:valAx')) {
		childrenOf(axis)
			.filter(({ tagName }) => CATEGORIES_ONLY.includes(tagName))
			.forEach(remove);
	}
	for (const bars of elementsOf(root, 'c:barChart')) {
		childrenOf(bars)
			.filter(({ tagName }) => tagName === 'c:axId')
			.slice(AXES)
			.forEach(remove);
	}
}

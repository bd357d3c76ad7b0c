import { expect, it } from 'vitest';
import type { PlacedLabel } from './label-types.ts';
import { placeBeneath } from './place-beneath.ts';

const measure = (text: string, fontPx: number) => (text.length * fontPx) / 2;
const options = { factor: 1, measure };
const label: PlacedLabel = {
	id: 1,
	kind: 'unit',
	lines: ['Mường Nhé'],
	x: 100,
	y: 100,
	width: 60,
	height: 14,
	fontPx: 11,
	bold: false
};
const placed = (x: number, y: number, reserved = [{ x: 0, y: 0, width: 40, height: 40 }]) =>
	placeBeneath([{ name: 'Sông A', spots: [{ x, y }] }], { labels: [label], reserved }, options);

it('gives way to labels and to what is reserved', () => {
	expect(placed(100, 110)).toEqual([]);
	expect(placed(30, 30)).toEqual([]);
	expect(placed(100, 130)).toEqual([{ name: 'Sông A', x: 100, y: 130, fontPx: 10 }]);
});

it('places no name over one before it, but at the next place of its own', () => {
	const names = [
		{ name: 'Sông A', spots: [{ x: 200, y: 200 }] },
		{ name: 'Sông B', spots: [{ x: 210, y: 205 }] },
		{
			name: 'Sông C',
			spots: [
				{ x: 200, y: 200 },
				{ x: 210, y: 240 }
			]
		}
	];
	const found = placeBeneath(names, { labels: [], reserved: [] }, options);
	expect(found.map(({ name }) => name)).toEqual(['Sông A', 'Sông C']);
});

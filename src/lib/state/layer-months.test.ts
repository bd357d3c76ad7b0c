import { describe, expect, it } from 'vitest';
import { codeAt } from '#lib/domain/class-matrix.ts';
import { LayerMonths, type MonthRange } from './layer-months.ts';

const UNITS = [7, 8];
const part = ({ from, to }: MonthRange) => ({
	unitIds: UNITS,
	fromMonth: from,
	months: to - from + 1,
	codes: Uint8Array.from({ length: UNITS.length * (to - from + 1) }, (_, at) => at + 1)
});

describe('a layer that comes some months at a time', () => {
	it('asks for the months in view first, then for those nearest to them, and for each once', () => {
		const layer = new LayerMonths(UNITS, { from: 100, to: 129 });
		const asked: number[] = [];
		for (let range = layer.next(115); range; range = layer.next(115)) {
			asked.push(range.from);
			layer.add(range, part(range));
		}
		expect(asked).toEqual([112, 100, 124]);
		expect(layer.share).toBe(1);
	});

	it('puts every answer into its cell, and knows what is not here', () => {
		const layer = new LayerMonths(UNITS, { from: 100, to: 115 });
		const range = layer.next(115)!;
		layer.add(range, part(range));
		expect(layer.share).toBe(0.5);
		expect(codeAt(layer.matrix, 0, 112)).toBe(1);
		expect(codeAt(layer.matrix, 1, 115)).toBe(8);
		expect(codeAt(layer.matrix, 0, 100)).toBe(255);
		layer.add(range, { ...part(range), codes: new Uint8Array(8) });
		expect(codeAt(layer.matrix, 0, 112)).toBe(1);
	});

	it('of no months is complete', () => {
		const layer = new LayerMonths(UNITS, { from: 10, to: 9 });
		expect(layer.share).toBe(1);
		expect(layer.next(10)).toBeUndefined();
	});
});

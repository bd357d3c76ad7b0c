import { expect, it } from 'vitest';
import { readRange } from './byte-range.ts';

it('reads the ranges that RFC 9110 names', () => {
	expect(readRange('bytes=0-499', 10_000)).toEqual({ start: 0, end: 499 });
	expect(readRange('bytes=9500-', 10_000)).toEqual({ start: 9500, end: 9999 });
	expect(readRange('bytes=-500', 10_000)).toEqual({ start: 9500, end: 9999 });
	expect(readRange('bytes=0-0', 10_000)).toEqual({ start: 0, end: 0 });
	expect(readRange('bytes=9999-20000', 10_000)).toEqual({ start: 9999, end: 9999 });
	expect(readRange('bytes=-20000', 10_000)).toEqual({ start: 0, end: 9999 });
});

it('has no part beyond the end, nor an empty one', () => {
	expect(readRange('bytes=10000-', 10_000)).toBe('unsatisfiable');
	expect(readRange('bytes=-0', 10_000)).toBe('unsatisfiable');
	expect(readRange('bytes=0-', 0)).toBe('unsatisfiable');
});

it('gives the whole file for what it does not understand', () => {
	for (const header of [null, '', 'bytes=-', 'lines=0-5', 'bytes=5-2', 'bytes=0-1,3-4']) {
		expect(readRange(header, 10_000), String(header)).toBeUndefined();
	}
});

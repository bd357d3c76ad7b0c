import { describe, expect, it } from 'vitest';
import { nextPlace } from './next-unit.ts';

const PLACES = [
	[0, 0],
	[100, 10],
	[60, 80],
	[0, 50]
] as const;

describe('where an arrow key leads', () => {
	it('takes what lies straight ahead before what is nearer but aside', () => {
		expect(nextPlace(PLACES, 0, 'ArrowRight')).toBe(1);
		expect(nextPlace(PLACES, 0, 'ArrowDown')).toBe(3);
		expect(nextPlace(PLACES, 3, 'ArrowUp')).toBe(0);
	});

	it('stays where nothing lies that way, and for other keys', () => {
		expect(nextPlace(PLACES, 0, 'ArrowLeft')).toBeUndefined();
		expect(nextPlace(PLACES, 0, 'Home')).toBeUndefined();
	});
});

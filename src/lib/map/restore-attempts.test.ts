import { expect, it } from 'vitest';
import { RestoreAttempts } from './restore-attempts.ts';

it('tries nothing where the map was never made', () => {
	expect(new RestoreAttempts().next('not-made')).toBeUndefined();
});

it('waits longer with each attempt, and gives up after three', () => {
	const attempts = new RestoreAttempts();
	expect(attempts.next('context-lost')).toBe(500);
	expect(attempts.next('not-made')).toBe(2000);
	expect(attempts.next('context-lost')).toBe(8000);
	expect(attempts.next('context-lost')).toBeUndefined();
	attempts.reset();
	expect(attempts.next('context-lost')).toBe(500);
});

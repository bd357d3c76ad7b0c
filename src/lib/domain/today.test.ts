import { expect, test } from 'vitest';
import { vietnamDate } from './today.ts';

test('a day begins in Vietnam at 17:00 UTC', () => {
	expect(vietnamDate(new Date('2026-11-25T16:59:59Z'))).toBe('2026-11-25');
	expect(vietnamDate(new Date('2026-11-25T17:00:00Z'))).toBe('2026-11-26');
});

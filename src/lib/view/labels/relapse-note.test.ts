import { expect, it } from 'vitest';
import { needsRelapseNote } from './relapse-note.ts';

it('is needed for land too small to be seen, and for a name that is not on the map', () => {
	expect(needsRelapseNote(26, 1, true)).toBe(true);
	expect(needsRelapseNote(26.5, 1, true)).toBe(false);
	expect(needsRelapseNote(26.5, 2, true)).toBe(true);
	expect(needsRelapseNote(400, 1, false)).toBe(true);
});

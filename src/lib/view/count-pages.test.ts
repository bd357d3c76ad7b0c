import { expect, test } from 'vitest';
import { pageCounter } from './count-pages.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('pages are counted over the seams of parts, and the tree of pages is none', () => {
	const count = pageCounter();
	expect(count(bytes('<< /Type /Page\n>> << /Type /Pages\n>> //Pa'))).toBe(1);
	expect(count(bytes('ge'))).toBe(1);
	expect(count(bytes('\n /Page\n'))).toBe(3);
});

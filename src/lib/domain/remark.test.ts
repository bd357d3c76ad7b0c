import { describe, expect, it } from 'vitest';
import { readRemark } from './remark.ts';

describe('a remark that was sent in', () => {
	it('is trimmed, and its accents composed', () => {
		const sent = { text: ' Bến xe\n'.normalize('NFD'), writtenBy: ' An ' };
		expect(readRemark(sent)).toEqual({ text: 'Bến xe', writtenBy: 'An' });
	});
	it('keeps the line breaks of PowerPoint, and no character that XML forbids', () => {
		const sent = { text: 'Bến xe\u000bChợ\u0007', writtenBy: 'An\u000bBình\udc00' };
		expect(readRemark(sent)).toEqual({ text: 'Bến xe\nChợ', writtenBy: 'An Bình' });
	});
	it.each([
		undefined,
		null,
		'text',
		{},
		{ text: 'x' },
		{ text: ' ', writtenBy: 'A' },
		{ text: 'x', writtenBy: 3 },
		{ text: 'x'.repeat(4001), writtenBy: 'A' },
		{ text: 'x', writtenBy: 'A'.repeat(81) }
	])('is refused where it lacks something or is too long: %j', (sent) => {
		expect(readRemark(sent)).toBeUndefined();
	});
});

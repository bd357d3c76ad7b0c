import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanJson, cleanLine, cleanText } from './clean-text.ts';

/** The characters of XML 1.0. */
const XML_TEXT = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

describe('clean text', () => {
	it.each([
		['a vertical tab of PowerPoint', 'Đợt 1\u000bĐợt 2', 'Đợt 1\nĐợt 2'],
		['line ends of Windows and old Macs', 'a\r\nb\rc', 'a\nb\nc'],
		['other control characters', 'a\u0000b\u0008c\u000cd\u001be\u007ff\u0085g', 'abcdefg'],
		['halves of surrogate pairs', 'a\ud83db\ude00c', 'abc'],
		['characters that are none', 'a\ufffeb\uffffc', 'abc'],
		['nothing where all may stand', 'Xã Nà Tông 😀\t½\n', 'Xã Nà Tông 😀\t½\n']
	])('changes %s', (_, text, clean) => {
		expect(cleanText(text)).toBe(clean);
	});

	it('fits into XML, whatever came, and stays as it is when it is cleaned again', () => {
		const anything = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => {
			return String.fromCharCode(...codes);
		});
		fc.assert(
			fc.property(anything, (text) => {
				const clean = cleanText(text);
				expect(clean).toMatch(XML_TEXT);
				expect(cleanText(clean)).toBe(clean);
			})
		);
	});

	it('of one line has no break in it', () => {
		expect(cleanLine(' Sơ kết\u000bnăm 2026\u0000 ')).toBe('Sơ kết năm 2026');
	});

	it('is made of every text of a JSON value', () => {
		const sent = { 'a\u0000': ['x\u000by', 1, null, { b: '\ud800' }], c: true };
		expect(cleanJson(sent)).toEqual({ a: ['x\ny', 1, null, { b: '' }], c: true });
	});
});

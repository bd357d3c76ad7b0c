/** How Windows, old Macs and PowerPoint end a line inside of a paragraph. */
const LINE_ENDS = /\r\n?|\v/g;
/** What XML 1.0 cannot hold: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const FORBIDDEN = /(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

/**
 * A text that every file format can hold. PowerPoint's vertical tab is a line break; characters that XML 1.0
 * forbids and other control characters are removed. A clean text is returned as it is.
 *
 * @example cleanText('Đợt 1\vĐợt 2\u0000') // 'Đợt 1\nĐợt 2'
 */
export function cleanText(text: string): string {
	return text.replace(LINE_ENDS, '\n').replace(FORBIDDEN, '');
}

/**
 * A clean text for a field of one line – a name, a title: composed (NFC), trimmed, any white space one space.
 *
 * @example cleanLine(' Sơ kết\vnăm 2026 ') // 'Sơ kết năm 2026'
 */
export function cleanLine(text: string): string {
	return cleanText(text).normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A value that came as JSON, with every text in it clean. */
export function cleanJson(value: unknown): unknown {
	if (typeof value === 'string') return cleanText(value);
	if (Array.isArray(value)) return value.map(cleanJson);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, each]) => [cleanText(name), cleanJson(each)])
	);
}

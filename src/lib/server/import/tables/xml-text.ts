/** An attribute of a tag; undefined where it is not there. */
export function attributeOf(tag: string, name: string): string | undefined {
	const at = tag.indexOf(`${name}=`);
	if (at < 0) return undefined;
	// `r` is not the end of another attribute's name, unless that is prefixed (r:id).
	const before = tag.charCodeAt(at - 1);
	if (at > 0 && !isSpace(before)) return attributeOf(tag.slice(at + 1), name);
	const from = at + name.length + 2;
	return tag.slice(from, tag.indexOf(tag[from - 1]!, from));
}

function isSpace(code: number): boolean {
	return code === 32 || code === 10 || code === 13 || code === 9;
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Text as it was before it was put into XML; characters that XML cannot hold are written `_x000D_` in workbooks. */
export function decodeText(text: string): string {
	if (!text.includes('&') && !text.includes('_x')) return text;
	return text
		.replace(
			/&(?:#x([\da-fA-F]+)|#(\d+)|(lt|gt|quot|apos|amp));/g,
			(_, hex?: string, decimal?: string, name?: string) =>
				name !== undefined
					? NAMED[name]!
					: String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16))
		)
		.replace(/_x([\dA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** The words of a string that may be in several runs; how they are pronounced (`rPh`) is left out. */
export function decodeRuns(xml: string): string {
	let text = '';
	const said = xml.replace(/<(?:\w+:)?rPh\b.*?<\/(?:\w+:)?rPh>/gs, '');
	for (const [, run = ''] of said.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\//g)) {
		text += decodeText(run);
	}
	return text;
}

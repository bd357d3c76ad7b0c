import { posix } from 'node:path';
import { kindOfBuiltIn, kindOfFormat, type NumberFormat } from './number-formats.ts';
import { attributeOf, decodeRuns, decodeText } from './xml-text.ts';

/** What all sheets of a workbook share. */
export interface WorkbookParts {
	/** In the order in which they are shown. */
	sheets: { name: string; shown: boolean; path: string }[];
	/** Texts that cells name by number. */
	texts: string[];
	/** What a number in a cell of each style is shown as. */
	formats: NumberFormat[];
	/** Whether days are counted from 1904. */
	from1904: boolean;
}

/** What one part says of another: where it is, and as what. */
interface Relationship {
	id: string;
	/** The last word of the type: `worksheet`, `styles`, `sharedStrings`. */
	type: string;
	/** Path in the archive. */
	path: string;
}

/**
 * Reads the parts of a workbook that are not sheets (ECMA-376, part 1, 18.2 to 18.8). Parts may have any
 * name: the relationships of the package say which is which (part 2, 9.3).
 */
export function readParts(parts: ReadonlyMap<string, string>): WorkbookParts {
	const main = relationshipsOf(parts, '').find(({ type }) => type === 'officeDocument');
	const path = main?.path ?? 'xl/workbook.xml';
	const workbook = parts.get(path) ?? '';
	const related = relationshipsOf(parts, path);
	const byId = new Map(related.map((each) => [each.id, each.path]));
	const textOf = (type: string) =>
		parts.get(related.find((each) => each.type === type)?.path ?? '') ?? '';
	const properties = /<(?:\w+:)?workbookPr\b[^>]*>/.exec(workbook)?.[0] ?? '';
	return {
		sheets: tagsOf(workbook, 'sheet').map((tag) => ({
			name: decodeText(attributeOf(tag, 'name') ?? ''),
			shown: !/hidden/i.test(attributeOf(tag, 'state') ?? ''),
			path: byId.get(/\s\w+:id=["']([^"']*)/.exec(tag)?.[1] ?? '') ?? ''
		})),
		texts: Array.from(
			textOf('sharedStrings').matchAll(/<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>(.*?)<\/(?:\w+:)?si>)/gs),
			([, runs = '']) => decodeRuns(runs)
		),
		formats: readFormats(textOf('styles')),
		from1904: /^(1|true)$/.test(attributeOf(properties, 'date1904') ?? '')
	};
}

/** @param path of the part that they are of; empty for the package */
function relationshipsOf(parts: ReadonlyMap<string, string>, path: string): Relationship[] {
	const folder = posix.dirname(path);
	const xml = parts.get(posix.join(folder, '_rels', `${posix.basename(path)}.rels`)) ?? '';
	return tagsOf(xml, 'Relationship').map((tag) => {
		const target = decodeText(attributeOf(tag, 'Target') ?? '');
		return {
			id: attributeOf(tag, 'Id') ?? '',
			type: (attributeOf(tag, 'Type') ?? '').split('/').at(-1) ?? '',
			path: target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
		};
	});
}

function readFormats(styles: string): NumberFormat[] {
	const own = new Map(
		tagsOf(styles, 'numFmt').map((tag) => [
			attributeOf(tag, 'numFmtId'),
			kindOfFormat(decodeText(attributeOf(tag, 'formatCode') ?? ''))
		])
	);
	const cells = /<(?:\w+:)?cellXfs\b.*?<\/(?:\w+:)?cellXfs>/s.exec(styles)?.[0] ?? '';
	return tagsOf(cells, 'xf').map((tag) => {
		const id = attributeOf(tag, 'numFmtId');
		return own.get(id) ?? kindOfBuiltIn(Number(id));
	});
}

function tagsOf(xml: string, name: string): string[] {
	return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];
}

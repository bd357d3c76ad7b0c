import { attributeOf, decodeRuns, decodeText } from './xml-text.ts';

/** What all sheets of a workbook share. */
export interface WorkbookParts {
	/** In the order in which they are shown. */
	sheets: { name: string; shown: boolean; path: string }[];
	/** Texts that cells name by number. */
	texts: string[];
	/** Whether a number in a cell of this style is shown as a date. */
	dateStyles: boolean[];
	/** Whether days are counted from 1904. */
	from1904: boolean;
}

/** Reads the parts of a workbook that are not sheets (ECMA-376, part 1, 18.2 to 18.8). */
export function readParts(parts: ReadonlyMap<string, string>): WorkbookParts {
	const workbook = parts.get('xl/workbook.xml') ?? '';
	const targets = readTargets(parts.get('xl/_rels/workbook.xml.rels') ?? '');
	const properties = /<(?:\w+:)?workbookPr\b[^>]*>/.exec(workbook)?.[0] ?? '';
	return {
		sheets: tagsOf(workbook, 'sheet').map((tag) => ({
			name: decodeText(attributeOf(tag, 'name') ?? ''),
			shown: !/hidden/i.test(attributeOf(tag, 'state') ?? ''),
			path: targets.get(/\s\w+:id=["']([^"']*)/.exec(tag)?.[1] ?? '') ?? ''
		})),
		texts: Array.from(
			(parts.get('xl/sharedStrings.xml') ?? '').matchAll(
				/<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>(.*?)<\/(?:\w+:)?si>)/gs
			),
			([, runs = '']) => decodeRuns(runs)
		),
		dateStyles: readDateStyles(parts.get('xl/styles.xml') ?? ''),
		from1904: /^(1|true)$/.test(attributeOf(properties, 'date1904') ?? '')
	};
}

/** Paths in the archive by the names that the workbook uses. */
function readTargets(relationships: string): Map<string, string> {
	return new Map(
		tagsOf(relationships, 'Relationship').map((tag) => {
			const target = decodeText(attributeOf(tag, 'Target') ?? '');
			return [
				attributeOf(tag, 'Id') ?? '',
				target.startsWith('/') ? target.slice(1) : `xl/${target}`
			];
		})
	);
}

function readDateStyles(styles: string): boolean[] {
	const own = new Map(
		tagsOf(styles, 'numFmt').map((tag) => [
			attributeOf(tag, 'numFmtId'),
			isDateFormat(decodeText(attributeOf(tag, 'formatCode') ?? ''))
		])
	);
	const cells = /<(?:\w+:)?cellXfs\b.*?<\/(?:\w+:)?cellXfs>/s.exec(styles)?.[0] ?? '';
	return tagsOf(cells, 'xf').map((tag) => {
		const id = attributeOf(tag, 'numFmtId');
		return own.get(id) ?? isBuiltInDate(Number(id));
	});
}

/** Formats that have no text in the file (ECMA-376, part 1, 18.8.30), those of East Asia among them. */
function isBuiltInDate(id: number): boolean {
	return (
		(id >= 14 && id <= 22) ||
		(id >= 27 && id <= 36) ||
		(id >= 45 && id <= 58 && id !== 48 && id !== 49)
	);
}

/** @example isDateFormat('[$-42A]dd/mm/yyyy') // true */
function isDateFormat(code: string): boolean {
	return /[dmyhs]/i.test(code.replace(/\[[^\]]*\]|"[^"]*"|\\.|General/gi, ''));
}

function tagsOf(xml: string, name: string): string[] {
	return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];
}

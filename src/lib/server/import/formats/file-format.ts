import { closeSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import { ArchiveRefused, isJunk, listEntries } from './archive.ts';
import { decodeHead } from './text-form.ts';

/** What a file is, judged by its content, since names lie. */
export type FileFormat =
	| 'geojson'
	| 'topojson'
	| 'shapefile'
	| 'geopackage'
	| 'flatgeobuf'
	| 'kml'
	| 'tab'
	| 'mif'
	| 'xlsx'
	| 'csv'
	/** A workbook with macros. */
	| 'xlsm'
	/** A workbook of Excel before 2007. */
	| 'xls'
	/** A binary workbook of Excel. */
	| 'xlsb'
	/** An OpenDocument spreadsheet. */
	| 'ods'
	/** A web page; programs write tables as one and call it a workbook. */
	| 'html'
	/** A workbook of Excel 2003 as one XML document. */
	| 'xml-workbook'
	| 'docx'
	| 'pdf'
	| 'password'
	| 'archive'
	| 'bomb'
	| 'broken-archive'
	| 'empty'
	| 'unknown';

const BOUNDARY_FORMATS: readonly FileFormat[] = [
	'geojson',
	'topojson',
	'shapefile',
	'geopackage',
	'flatgeobuf',
	'kml',
	'tab',
	'mif'
];

export function isBoundaryFormat(format: FileFormat): boolean {
	return BOUNDARY_FORMATS.includes(format);
}

/** Endings of the files in an archive that say what it is, the telling ones first. */
const IN_ARCHIVE: readonly [string, FileFormat][] = [
	['.shp', 'shapefile'],
	['.tab', 'tab'],
	['.mif', 'mif'],
	['.gpkg', 'geopackage'],
	['.fgb', 'flatgeobuf'],
	['.kml', 'kml'],
	['.geojson', 'geojson'],
	['.topojson', 'topojson'],
	['.json', 'geojson']
];

const HEAD_BYTES = 65_536;

/** Recognises a file by its first bytes, an archive by what it holds. */
export async function findFileFormat(file: string): Promise<FileFormat> {
	const head = readHead(file);
	if (head.length === 0) return 'empty';
	const starts = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
	if (starts(0x50, 0x4b)) return findArchiveFormat(file);
	if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
		// An encrypted workbook is wrapped in the container of old ones; its streams' names are UTF-16.
		return head.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'password' : 'xls';
	}
	if (starts(0x66, 0x67, 0x62, 0x03)) return 'flatgeobuf';
	if (starts(0x00, 0x00, 0x27, 0x0a)) return 'shapefile';
	const text = decodeHead(head);
	if (text.startsWith('%PDF-')) return 'pdf';
	if (text.startsWith('SQLite format 3')) return 'geopackage';
	if (/^[\s\u001e]*[[{]/.test(text)) {
		return /"type"\s*:\s*"Topology"/.test(text) ? 'topojson' : 'geojson';
	}
	if (/^\s*</.test(text)) return findMarkup(text);
	if (/^!table/i.test(text)) return 'tab';
	if (/^\s*version\s+\d+\s/i.test(text) && extname(file).toLowerCase() === '.mif') return 'mif';
	return text.includes('\0') ? 'unknown' : 'csv';
}

function findMarkup(text: string): FileFormat {
	if (/<kml/i.test(text)) return 'kml';
	if (/urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/i.test(text)) {
		return 'xml-workbook';
	}
	return /<(!doctype html|html|head|body|meta|table)\b/i.test(text) ? 'html' : 'unknown';
}

async function findArchiveFormat(file: string): Promise<FileFormat> {
	try {
		const names = (await listEntries(file))
			.map((entry) => entry.fileName.toLowerCase())
			.filter((name) => !isJunk(name));
		const office = findOfficeFormat(names);
		if (office) return office;
		return (
			IN_ARCHIVE.find(([ending]) => names.some((name) => name.endsWith(ending)))?.[1] ?? 'archive'
		);
	} catch (error) {
		if (!(error instanceof ArchiveRefused)) throw error;
		return error.reason === 'bomb'
			? 'bomb'
			: error.reason === 'encrypted'
				? 'password'
				: 'broken-archive';
	}
}

/** Parts may have any name, but each kind of document keeps them in a folder of its own. */
function findOfficeFormat(names: readonly string[]): FileFormat | undefined {
	const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
	if (has(/^mimetype$/) && has(/^content\.xml$/)) return 'ods';
	if (!has(/^(\[content_types\]|xl\/workbook)\.xml$/)) return undefined;
	if (has(/^xl\/workbook\w*\.bin$/)) return 'xlsb';
	if (has(/^xl\/.*\.xml$/)) return has(/vbaproject\.bin$/) ? 'xlsm' : 'xlsx';
	return has(/^word\//) ? 'docx' : undefined;
}

/** The first bytes of a file. */
export function readHead(file: string): Buffer {
	const handle = openSync(file, 'r');
	try {
		const buffer = Buffer.alloc(HEAD_BYTES);
		return buffer.subarray(0, readSync(handle, buffer, 0, HEAD_BYTES, 0));
	} finally {
		closeSync(handle);
	}
}

/** Whether a file is a zip archive. */
export function isArchive(file: string): boolean {
	return readHead(file).subarray(0, 2).toString('latin1') === 'PK';
}

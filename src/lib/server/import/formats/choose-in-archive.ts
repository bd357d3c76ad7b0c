import { basename, dirname, extname } from 'node:path';
import type { UnpackedFile } from './archive.ts';
import { findFileFormat, isBoundaryFormat, type FileFormat } from './file-format.ts';

/** A boundary file of an archive, by what the archive calls it. */
export interface Candidate extends UnpackedFile {
	format: FileFormat;
}

/** Endings of files that may be boundaries; of a set of files, the one that stands for it. */
const ENDINGS = [
	'.shp',
	'.tab',
	'.mif',
	'.gpkg',
	'.fgb',
	'.kml',
	'.geojson',
	'.geojsonl',
	'.topojson',
	'.json'
];

/** The boundary files of an archive, ordered by what the archive calls them. */
export async function listCandidates(files: readonly UnpackedFile[]): Promise<Candidate[]> {
	const candidates: Candidate[] = [];
	for (const file of files) {
		const ending = extname(file.name).toLowerCase();
		if (!ENDINGS.includes(ending)) continue;
		const format = await findFileFormat(file.path);
		if (isBoundaryFormat(format)) candidates.push({ ...file, format });
	}
	return candidates.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Further files without which a file of a format cannot be read; their endings in the order they are named. */
const PARTS: Partial<Record<FileFormat, readonly string[]>> = {
	shapefile: ['.shx', '.dbf'],
	tab: ['.dat', '.map', '.id'],
	mif: ['.mid']
};

/** A part of a set of files that is not there. */
export interface MissingPart {
	/** As the set would call it: `2025/xa.shx`. */
	name: string;
	/** All endings of the set. */
	set: string;
}

/**
 * The first part that a set of files lacks.
 *
 * @param main the file that stands for the set
 * @param names all files that are there, with their folders
 */
export function findMissingPart(
	main: string,
	format: FileFormat,
	names: readonly string[]
): MissingPart | undefined {
	const parts = PARTS[format] ?? [];
	const stem = (name: string) => name.slice(0, name.length - extname(name).length);
	const there = new Set(names.map((name) => name.toLowerCase()));
	const missing = parts.find((part) => !there.has(`${stem(main)}${part}`.toLowerCase()));
	if (missing === undefined) return undefined;
	const folder = dirname(main) === '.' ? '' : `${dirname(main)}/`;
	return {
		name: `${folder}${stem(basename(main))}${missing}`,
		set: [extname(main).toLowerCase(), ...parts].join(' ')
	};
}

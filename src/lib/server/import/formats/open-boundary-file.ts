import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ArchiveRefused, unpack, type UnpackedFile } from './archive.ts';
import { BoundaryFileRefused } from './boundary-file-refused.ts';
import { findMissingPart, listCandidates } from './choose-in-archive.ts';
import { convertBoundaries, type BoundaryFile } from './convert-boundaries.ts';
import { findFileFormat, isArchive, isBoundaryFormat, type FileFormat } from './file-format.ts';
import { nameForeignFormat } from './foreign-format.ts';

/** Stands between a file of an archive and a layer of that file. */
const INSIDE = ' › ';

/**
 * Opens a boundary file of any format that is known and brings it into GeoJSON.
 *
 * @param folder for what is written on the way; the caller removes it
 * @param layer which layer is meant, where there are several; of an archive also which file
 * @throws BoundaryFileRefused
 */
export async function openBoundaryFile(
	file: string,
	folder: string,
	layer?: string
): Promise<BoundaryFile> {
	const format = await findFileFormat(file);
	if (isArchive(file)) return openArchive(file, format, folder, layer);
	refuseOthers(format, file);
	const missing = findMissingPart(basename(file), format, readdirSync(dirname(file)));
	if (missing)
		throw new BoundaryFileRefused('part-missing', { value: missing.name, found: missing.set });
	return convertBoundaries(file, format, folder, layer);
}

function refuseOthers(format: FileFormat, file: string, names: readonly string[] = []): void {
	if (format === 'empty') throw new BoundaryFileRefused('file-empty');
	if (format === 'bomb') throw new BoundaryFileRefused('archive-bomb');
	if (format === 'broken-archive') throw new BoundaryFileRefused('archive-broken');
	if (format === 'password') throw new BoundaryFileRefused('file-encrypted');
	if (isBoundaryFormat(format)) return;
	const foreign = nameForeignFormat(file, names);
	if (foreign !== undefined) throw new BoundaryFileRefused('format-not-read', { value: foreign });
	throw new BoundaryFileRefused('format-unknown', { value: extensionOf(file) ?? format });
}

function extensionOf(file: string): string | undefined {
	return /\.\w+$/.exec(file)?.[0];
}

/** Opens the one file that matters in an archive, or the one that was chosen. */
async function openArchive(
	file: string,
	format: FileFormat,
	folder: string,
	layer: string | undefined
): Promise<BoundaryFile> {
	if (!isBoundaryFormat(format) && format !== 'archive') refuseOthers(format, file);
	const files = await unpackInto(file, join(folder, 'unpacked'));
	const names = files.map(({ name }) => name);
	const candidates = await listCandidates(files);
	if (candidates.length === 0) refuseOthers('archive', file, names);
	const choices = candidates.map(({ name }) => name);
	const [only] = candidates;
	const [path, inside] = layer?.split(INSIDE) ?? [];
	const meant = candidates.length === 1 ? only : candidates.find(({ name }) => name === path);
	if (!meant) throw new BoundaryFileRefused('layer-choose', { choices });
	const missing = findMissingPart(meant.name, meant.format, names);
	if (missing)
		throw new BoundaryFileRefused('part-missing', { value: missing.name, found: missing.set });
	if (candidates.length === 1) return convertBoundaries(meant.path, meant.format, folder, layer);
	/** Layers of the chosen file stand in its place among the files. */
	const unfold = (layers: readonly string[]) =>
		choices.flatMap((name) =>
			name === meant.name && layers.length > 1
				? layers.map((each) => `${name}${INSIDE}${each}`)
				: [name]
		);
	try {
		const opened = await convertBoundaries(meant.path, meant.format, folder, inside);
		const layers = unfold(opened.layers);
		const several = opened.layers.length > 1;
		return {
			...opened,
			layers,
			layer: several ? `${meant.name}${INSIDE}${opened.layer}` : meant.name
		};
	} catch (error) {
		if (!(error instanceof BoundaryFileRefused) || error.code !== 'layer-choose') throw error;
		throw new BoundaryFileRefused('layer-choose', { choices: unfold(error.choices) });
	}
}

async function unpackInto(file: string, folder: string): Promise<UnpackedFile[]> {
	try {
		return await unpack(file, folder);
	} catch (error) {
		if (!(error instanceof ArchiveRefused)) throw error;
		throw new BoundaryFileRefused(error.reason === 'bomb' ? 'archive-bomb' : 'archive-broken');
	}
}

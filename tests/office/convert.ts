import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

const runs = (command: string, args: string[]) => {
	const { status, error } = spawnSync(command, args, { stdio: 'ignore' });
	return error === undefined && (status === 0 || status === 99);
};

/** Whether LibreOffice and poppler are here; the full run on CI has them. */
export const haveOffice = runs('soffice', ['--version']) && runs('pdftotext', ['-v']);

/** A document as another office program sees it. */
export interface Converted {
	/** Text of each page, as it is laid out. */
	pages: string[];
	/** Names of the fonts. */
	fonts: string;
	/** Width and height of a page in millimetres. */
	size: [number, number];
	pictures: number;
}

/** Opens a file in LibreOffice and prints it to PDF. @param name with the ending that it has */
export function convert(file: Uint8Array, name: string): Converted {
	const folder = mkdtempSync(join(tmpdir(), 'diaban-office-'));
	try {
		writeFileSync(join(folder, name), file);
		const profile = `-env:UserInstallation=file://${folder}/profile`;
		spawnSync(
			'soffice',
			[profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, name)],
			{ stdio: 'ignore' }
		);
		const pdf = join(folder, name.replace(/\.\w+$/, '.pdf'));
		const say = (command: string, args: string[]) =>
			spawnSync(command, args, { encoding: 'utf8' }).stdout;
		spawnSync('pdftotext', ['-layout', pdf, join(folder, 'text')]);
		const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(say('pdfinfo', [pdf]));
		const millimetres = (points: string | undefined) => Math.round((Number(points) / 72) * 25.4);
		return {
			pages: readFileSync(join(folder, 'text'), 'utf8').split('\f').slice(0, -1),
			fonts: say('pdffonts', [pdf]),
			size: [millimetres(size?.[1]), millimetres(size?.[2])],
			// A picture with clear parts has a mask as well.
			pictures: (say('pdfimages', ['-list', pdf]).match(/^\s*\d+\s+\d+\s+image/gm) ?? []).length
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Opens files in LibreOffice, all at once. @returns pages of each, by its name; none where it did not open */
export function convertAll(files: ReadonlyMap<string, Uint8Array>): Map<string, number> {
	const folder = mkdtempSync(join(tmpdir(), 'diaban-office-'));
	try {
		const paths = [...files].map(([name, file]) => {
			// One of each ending may have a name.
			const path = join(folder, name.replace('.', '-') + extname(name));
			writeFileSync(path, file);
			return { name, path };
		});
		spawnSync(
			'soffice',
			[
				`-env:UserInstallation=file://${folder}/profile`,
				'--headless',
				'--convert-to',
				'pdf',
				'--outdir',
				folder,
				...paths.map(({ path }) => path)
			],
			{ stdio: 'ignore' }
		);
		return new Map(paths.map(({ name, path }) => [name, pagesOf(path)]));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function pagesOf(path: string): number {
	const info = spawnSync('pdfinfo', [path.replace(/\.\w+$/, '.pdf')], { encoding: 'utf8' }).stdout;
	return Number(/Pages:\s+(\d+)/.exec(info)?.[1] ?? 0);
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

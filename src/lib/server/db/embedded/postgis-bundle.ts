import {
	accessSync,
	constants,
	createReadStream,
	existsSync,
	mkdirSync,
	readFileSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import { cachePath } from '../../resources.ts';
import { writeWhole } from './write-whole.ts';

const require = createRequire(import.meta.url);

/**
 * Files of PostGIS that a database uses: its library, its script and the reference systems. Raster, topology, the
 * American geocoder and scripts for upgrades are two thirds of the whole, and the database holds all of it in memory.
 */
const NEEDED =
	/^(lib\/postgresql\/postgis-3\.so|share\/proj\/.*|share\/postgresql\/extension\/postgis(\.control|--[\d.]+\.sql))$/;

/**
 * The bundle of PostGIS without what is not used; made at the first start and kept.
 *
 * @returns its path; undefined where it cannot be kept, and the whole bundle has to do
 */
export async function findPostgisBundle(): Promise<string | undefined> {
	const package_ = join(dirname(require.resolve('@electric-sql/pglite-postgis')), '..');
	const { version } = JSON.parse(readFileSync(join(package_, 'package.json'), 'utf8')) as {
		version: string;
	};
	const path = cachePath(`postgis-${version}.tar.gz`);
	if (existsSync(path)) return path;
	try {
		mkdirSync(dirname(path), { recursive: true });
		accessSync(dirname(path), constants.W_OK);
		writeWhole(path, await withoutUnused(join(package_, 'dist/postgis.tar.gz')));
		return path;
	} catch {
		return undefined;
	}
}

/** The files that are needed, as a compressed archive. */
async function withoutUnused(file: string): Promise<Buffer> {
	const whole = createReadStream(file).pipe(createGunzip()).pipe(extract());
	const slim = pack();
	const written = buffer(slim.pipe(createGzip({ level: 6 })));
	for await (const entry of whole) {
		const content = await buffer(entry);
		if (NEEDED.test(entry.header.name.replace(/^\.\//, ''))) slim.entry(entry.header, content);
	}
	slim.finalize();
	return written;
}

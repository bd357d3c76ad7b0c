import { createReadStream, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { expect, it } from 'vitest';
import { findPostgisBundle } from './postgis-bundle.ts';

async function sizesIn(file: string): Promise<Map<string, number>> {
	const sizes = new Map<string, number>();
	for await (const entry of createReadStream(file).pipe(createGunzip()).pipe(extract())) {
		sizes.set(entry.header.name.replace(/^\.\//, ''), entry.header.size ?? 0);
		entry.resume();
	}
	return sizes;
}

it('holds what a database uses of PostGIS, unchanged, and nothing else', async () => {
	const require = createRequire(import.meta.url);
	const whole = join(dirname(require.resolve('@electric-sql/pglite-postgis')), 'postgis.tar.gz');
	const slim = (await findPostgisBundle())!;
	const [before, after] = [await sizesIn(whole), await sizesIn(slim)];
	for (const [name, size] of after) expect(before.get(name), name).toBe(size);
	const names = [...after.keys()];
	for (const needed of [
		'lib/postgresql/postgis-3.so',
		'share/proj/proj.db',
		'share/postgresql/extension/postgis.control'
	]) {
		expect(names).toContain(needed);
	}
	expect(
		names.filter((name) => /^share\/postgresql\/extension\/postgis--[\d.]+\.sql$/.test(name))
	).toHaveLength(1);
	expect(names.filter((name) => /raster|topology|tiger|ANY/.test(name))).toEqual([]);
	expect(statSync(slim).size).toBeLessThan(statSync(whole).size / 2);
});

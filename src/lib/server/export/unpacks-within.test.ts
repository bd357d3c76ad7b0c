import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { unpacksWithin } from './unpacks-within.ts';

const MEGABYTE = 1024 ** 2;

function archive(): Promise<Buffer> {
	const zip = new JSZip();
	zip.file('a.xml', '0'.repeat(MEGABYTE));
	zip.file('b.xml', '1'.repeat(MEGABYTE));
	return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

describe('an archive that unpacks to two megabytes', () => {
	it('stays within two and not within less', async () => {
		const file = await archive();
		expect(file.length).toBeLessThan(MEGABYTE / 100);
		expect(await unpacksWithin(file, 2 * MEGABYTE)).toBe(true);
		expect(await unpacksWithin(file, 2 * MEGABYTE - 1)).toBe(false);
	});

	it('does not stay within what it lies about', async () => {
		const file = await archive();
		// The size of a file stands in the directory at the end of the archive, 24 bytes into each line.
		for (let at = file.indexOf('PK\x01\x02'); at >= 0; at = file.indexOf('PK\x01\x02', at + 4)) {
			file.writeUInt32LE(10, at + 24);
		}
		expect(await unpacksWithin(file, 2 * MEGABYTE)).toBe(false);
	});

	it('does not stay within with an entry behind which the rest is not read', async () => {
		const zip = new JSZip();
		zip.file('aa/x', 'x', { createFolders: false });
		zip.file('b.xml', '1'.repeat(MEGABYTE));
		const file = await zip.generateAsync({ type: 'nodebuffer' });
		for (let at = file.indexOf('aa/x'); at >= 0; at = file.indexOf('aa/x', at + 1)) {
			file.write('../x', at);
		}
		expect(await unpacksWithin(file, 2 * MEGABYTE)).toBe(false);
	});

	it('is left to its reader where it is none', async () => {
		expect(await unpacksWithin(Buffer.from('no archive'), 1)).toBe(true);
	});
});

import { fromBufferPromise } from 'yauzl';

/**
 * Whether an archive's files together stay within a size once they are unpacked: by what it says of itself,
 * and by reading them through, because it may lie. What is no archive at all does: whoever opens it says why.
 *
 * @param mostBytes of all files together
 */
export async function unpacksWithin(file: Buffer, mostBytes: number): Promise<boolean> {
	const zip = await fromBufferPromise(file, { lazyEntries: true }).catch(() => undefined);
	if (!zip) return true;
	try {
		let said = 0;
		for await (const entry of zip.eachEntry()) {
			said += entry.uncompressedSize;
			if (said > mostBytes) return false;
			// The stream fails where there is more than was said.
			const content = await zip.openReadStreamPromise(entry);
			await content.forEach(() => undefined);
		}
		return true;
	} catch {
		// Larger than was said, or broken in a way behind which more may stand unread.
		return false;
	}
}

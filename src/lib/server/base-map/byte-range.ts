/** A range of bytes, both ends included. */
export interface ByteRange {
	start: number;
	end: number;
}

/**
 * The range that a request asks for (RFC 9110, section 14.2): undefined for the whole file, also where the header
 * asks for several ranges or in a way that is not understood, which may be ignored.
 *
 * @param size of the file, in bytes
 * @example readRange('bytes=0-99', 1000) // { start: 0, end: 99 }
 * @example readRange('bytes=-100', 1000) // { start: 900, end: 999 }
 */
export function readRange(
	header: string | null,
	size: number
): ByteRange | 'unsatisfiable' | undefined {
	const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
	if (!found) return undefined;
	const [, first = '', last = ''] = found;
	if (first === '' && last === '') return undefined;
	const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
	const end = first === '' || last === '' ? size - 1 : Math.min(size - 1, Number(last));
	if (start >= size || (first === '' && Number(last) === 0)) return 'unsatisfiable';
	return start > end ? undefined : { start, end };
}

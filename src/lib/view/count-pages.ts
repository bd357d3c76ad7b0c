const MARK = new TextEncoder().encode('/Page\n');

/**
 * Counts the pages of a PDF file while it comes in, by what each page begins with.
 *
 * @returns takes the next bytes and gives the pages so far; a mark may lie across two parts
 * @example const count = pageCounter(); count(bytes); // 3
 */
export function pageCounter(): (part: Uint8Array) => number {
	let pages = 0;
	/** How much of the mark the bytes before ended with; its first letter is in it only once. */
	let matched = 0;
	return (part) => {
		for (const byte of part) {
			matched = byte === MARK[matched] ? matched + 1 : byte === MARK[0] ? 1 : 0;
			if (matched < MARK.length) continue;
			pages++;
			matched = 0;
		}
		return pages;
	};
}

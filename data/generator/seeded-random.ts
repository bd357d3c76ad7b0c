/** A source of numbers in [0, 1). */
export type Random = () => number;

/** FNV-1a hash of a text, 32 bits unsigned. */
function hashText(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) {
		hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	}
	return hash >>> 0;
}

/**
 * A reproducible stream of numbers named by a text (mulberry32).
 * Every unit and purpose has its own stream, so that changing one figure does not move all the others.
 */
export function seededRandom(name: string): Random {
	let state = hashText(name);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

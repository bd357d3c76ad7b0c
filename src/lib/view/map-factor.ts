/** Height of a map, in pixels, at which its type has its ordinary size. */
const ORDINARY = 615;
const LARGEST = 2.2;

/**
 * How much larger names on a map are than on an ordinary screen: f of the look's tables.
 *
 * @param height of the map in pixels
 * @example mapFactor(615) // 1
 */
export function mapFactor(height: number): number {
	return Math.min(LARGEST, Math.max(1, height / ORDINARY));
}

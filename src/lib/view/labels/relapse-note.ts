/** Land narrower than this, in pixels where names are 11 px high, is not seen at a glance. */
const SMALL_PX = 26;

/**
 * Whether a former commune that relapsed needs a note with its name beside the province: its land is too small to be
 * seen, or no commune on the map has its name.
 *
 * @param side narrow side of its land in pixels
 * @param factor of the type, 1 where names are 11 px high
 * @param named whether a commune on the map has its name
 * @example needsRelapseNote(40, 1, false) // true
 */
export function needsRelapseNote(side: number, factor: number, named: boolean): boolean {
	return !named || side <= SMALL_PX * factor;
}

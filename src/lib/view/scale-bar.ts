/** Metres in a pixel at zoom 0 on the equator, where the world is 512 pixels wide. */
const METRES_PER_PIXEL = (2 * Math.PI * 6_378_137) / 512;
/** Longest bar in pixels. */
const LONGEST = 110;
const STEPS = [5, 3, 2, 1];

/**
 * The longest round distance that a scale bar can show.
 *
 * @param lat latitude of the middle of the map, in degrees
 * @example scaleBar(0, 10).km // 5
 */
export function scaleBar(lat: number, zoom: number): { km: number; px: number } {
	const kmPerPixel = (METRES_PER_PIXEL * Math.cos((lat / 180) * Math.PI)) / 2 ** zoom / 1000;
	const most = kmPerPixel * LONGEST;
	const magnitude = 10 ** Math.floor(Math.log10(most));
	const step = STEPS.find((each) => each * magnitude <= most) ?? 1;
	const km = step * magnitude;
	return { km, px: km / kmPerPixel };
}

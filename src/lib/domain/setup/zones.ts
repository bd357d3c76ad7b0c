/** A zone of VN-2000 (transverse Mercator, three degrees wide) that provinces draw their maps in. */
export interface ProvincialZone {
	/** Such as `EPSG:9205`. */
	crs: string;
	/** As the EPSG registry calls it. */
	name: string;
	/** Central meridian, degrees east. */
	meridian: number;
}

/** Code in the EPSG registry, degrees and minutes of the central meridian. */
const MERIDIANS: readonly [epsg: number, degrees: number, minutes: number][] = [
	[9205, 103, 0],
	[9206, 104, 0],
	[9207, 104, 30],
	[9208, 104, 45],
	[5897, 105, 0],
	[9209, 105, 30],
	[9210, 105, 45],
	[9211, 106, 0],
	[9212, 106, 15],
	[9213, 106, 30],
	[9214, 107, 0],
	[9215, 107, 15],
	[9216, 107, 30],
	[5899, 107, 45],
	[5898, 108, 0],
	[9217, 108, 15],
	[9218, 108, 30]
];

/** All zones from west to east. Those at 105° and 108° are the general zones 482 and 491 of VN-2000. */
export const PROVINCIAL_ZONES: readonly ProvincialZone[] = MERIDIANS.map(
	([epsg, degrees, minutes]) => ({
		crs: `EPSG:${epsg}`,
		name: `VN-2000 / TM-3 ${degrees}-${String(minutes).padStart(2, '0')}`,
		meridian: degrees + minutes / 60
	})
);

/**
 * All zones, the likely one first, the others from west to east.
 *
 * @param known the province's own zone; null if not given
 * @param longitude middle of the loaded communes, degrees east; null without any
 */
export function listZonesFor(known: string | null, longitude: number | null): ProvincialZone[] {
	const likely =
		PROVINCIAL_ZONES.find(({ crs }) => crs === known) ??
		(longitude === null ? undefined : nearestZone(longitude));
	return likely
		? [likely, ...PROVINCIAL_ZONES.filter((zone) => zone !== likely)]
		: [...PROVINCIAL_ZONES];
}

/** The zone whose central meridian is nearest: there, lengths are distorted least. */
function nearestZone(longitude: number): ProvincialZone | undefined {
	const far = (zone: ProvincialZone) => Math.abs(zone.meridian - longitude);
	return PROVINCIAL_ZONES.toSorted((a, b) => far(a) - far(b))[0];
}

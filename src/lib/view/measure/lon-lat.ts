/** A place on the earth: longitude and latitude in degrees. */
export type LonLat = readonly [lon: number, lat: number];

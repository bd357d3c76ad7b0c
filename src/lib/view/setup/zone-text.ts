import type { ProvincialZone } from '#lib/domain/setup/zones.ts';
import { m } from '#lib/paraglide/messages.js';

/** "kinh tuyến trục 107°30′ (EPSG:9216)". */
export function zoneText({ meridian, crs }: ProvincialZone): string {
	const degrees = Math.floor(meridian);
	const minutes = String(Math.round((meridian - degrees) * 60)).padStart(2, '0');
	return m.setup_zone({ meridian: `${degrees}°${minutes}′`, crs });
}

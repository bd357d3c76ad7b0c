import { degreesToKm } from '#lib/domain/place.ts';
import type { FileRun } from '../file-run.ts';
import type { PlaceCheck } from './place-check.ts';
import { listFarParts } from './staged-shapes.ts';

/** No part of a commune on land lies farther from the rest of it. */
const FAR_KM = 10;
/** Islands do; where nobody knows the commune, they are given so much room. */
const FAR_KM_UNKNOWN = 40;
/** Distances are rough. */
const SPREAD_MARGIN = 1.1;

/** Parts of a unit that lie far from the rest of it, as no island of it does. */
export async function checkParts(
	run: FileRun,
	{ own, shapes }: Pick<PlaceCheck, 'own' | 'shapes'>
): Promise<void> {
	const degrees = FAR_KM / degreesToKm(1);
	const wide = shapes.filter(
		({ parts, west, south, east, north }) =>
			parts > 1 && Math.max(east - west, north - south) > degrees
	);
	if (wide.length === 0) return;
	const parts = await listFarParts(
		run.tx,
		wide.map(({ ordinal }) => ordinal),
		degrees
	);
	for (const { ordinal, away, lon, lat } of parts) {
		const shape = shapes.find((each) => each.ordinal === ordinal);
		if (!shape) continue;
		const commune = own(shape.code);
		const most = commune ? FAR_KM + commune.spreadKm * SPREAD_MARGIN : FAR_KM_UNKNOWN;
		const km = degreesToKm(away);
		if (km <= most) continue;
		run.problems.error('part-far', {
			row: ordinal,
			unit: `${shape.code} ${shape.name}`,
			position: [lon, lat],
			detail: { known: Math.round(km) }
		});
	}
}

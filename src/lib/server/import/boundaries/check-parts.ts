import { degreesToKm } from '#lib/domain/place.ts';
import type { FileRun } from '../file-run.ts';
import type { PlaceCheck } from './check-places.ts';
import { listFarParts } from './staged-shapes.ts';

/** No part of a commune on land lies farther from the rest of it. */
const FAR_KM = 10;
/** Islands do; where nobody knows the commune, they are given so much room. */
const FAR_KM_UNKNOWN = 40;
const SPREAD_MARGIN_KM = 5;

/** Parts of a unit that lie far from the rest of it, as no island of it does. */
export async function checkParts(
	run: FileRun,
	{ own, shapes }: Pick<PlaceCheck, 'own' | 'shapes'>
): Promise<void> {
	const parts = await listFarParts(run.tx, FAR_KM / degreesToKm(1));
	for (const { ordinal, away, lon, lat } of parts) {
		const shape = shapes.find((each) => each.ordinal === ordinal);
		if (!shape) continue;
		const commune = own(shape.code);
		const most = commune ? Math.max(FAR_KM, commune.spreadKm + SPREAD_MARGIN_KM) : FAR_KM_UNKNOWN;
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

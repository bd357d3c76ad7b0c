import { isEvidenceLayer } from '#lib/domain/evidence/classes.ts';
import { frameMonths } from '#lib/domain/history.ts';
import type { Month } from '#lib/domain/period.ts';
import { fillMatrix, type ClassSource } from '#lib/view/frame-view.ts';
import type { ViewParams } from '#lib/view/view-params.ts';
import type { Queryable } from '../db/database.ts';
import { getGround } from '../export/ground.ts';
import { chooseTrack, type Province } from '../province.ts';
import { listFrameUnits } from '../queries/frame-units.ts';
import { getLayerMatrix } from '../queries/layer-matrix.ts';
import type { ShownFrame } from './show-data.ts';

/** Every frame with the classes of some views on it, each month on the boundaries of its time. */
export async function showFrames(
	db: Queryable,
	province: Province,
	views: readonly ViewParams[],
	last: Month
): Promise<ShownFrame[]> {
	const frames: ShownFrame[] = [];
	for (const frame of province.history.frames) {
		const scope = { frame, last, all: false };
		const months = frameMonths(frame, last);
		const sources = new Map<string, ClassSource>();
		for (const view of views) {
			const track = chooseTrack(province, view.track ?? null);
			const layer = fillMatrix(view);
			const request = { ...scope, track, base: view.base };
			sources.set(keyOf(view), {
				units: listFrameUnits(province, scope, track),
				matrices: {
					status: province.statusMatrix(scope, track),
					trend: await province.evidence.ask('trendMatrix', request),
					sites: province.siteCountMatrix(scope),
					...(isEvidenceLayer(layer)
						? { [layer]: await getLayerMatrix(db, province, scope, { track, layer, months }) }
						: {})
				}
			});
		}
		const track = chooseTrack(province, null);
		const plain: ClassSource = { units: listFrameUnits(province, scope, track), matrices: {} };
		frames.push({
			...{ from: frame.from, months, ground: await getGround(db, province, frame) },
			sourceOf: (view) => sources.get(keyOf(view)) ?? plain
		});
	}
	return frames;
}

function keyOf({ track, base, theme, layer, perPeople }: ViewParams): string {
	return [track, base, theme, layer, perPeople].join(' ');
}

import { error } from '@sveltejs/kit';
import { isEvidenceLayer } from '#lib/domain/evidence/classes.ts';
import type { Month } from '#lib/domain/period.ts';
import { findFrame, findFrameOn, type Frame } from '#lib/domain/unit.ts';
import { fillMatrix, type ClassSource } from '#lib/view/frame-view.ts';
import { isIncluded } from '#lib/view/included.ts';
import { parseViewParams, type ViewParams } from '#lib/view/view-params.ts';
import { listFrameUnits } from '../queries/frame-units.ts';
import { getLayerMatrix } from '../queries/layer-matrix.ts';
import { readProvinceRequest, reaching, type ProvinceRequest } from './request.ts';

/** A view of the province that an address describes, with the classes of its communes. */
export interface RequestedView extends ProvinceRequest {
	params: ViewParams;
	month: Month;
	frame: Frame;
	source: ClassSource;
	/** Whether a unit's row is in view: its district and its class are not filtered out. */
	included: (row: number) => boolean;
}

/** Reads a view from an address, as the page writes it; 404 where no boundaries are known. */
export async function readView(url: URL): Promise<RequestedView> {
	const request = await readProvinceRequest(url);
	const { db, province, track, asked, last } = request;
	const params = parseViewParams(url.searchParams);
	const month = Math.min(last, params.month ?? last);
	const { frames, calendar } = province.history;
	const frame =
		params.on === undefined ? findFrame(frames, month, calendar) : findFrameOn(frames, params.on);
	if (!frame) error(404, 'frame-unknown');
	const scope = { frame, last, all: params.on !== undefined };
	const shown = fillMatrix(params);
	const months = { from: month, to: month };
	const source: ClassSource = {
		units: listFrameUnits(province, scope, track),
		matrices: {
			status: province.statusMatrix(scope, track),
			trend: await province.evidence.ask('trendMatrix', { ...scope, track, ...asked }),
			sites: province.siteCountMatrix(scope),
			...(isEvidenceLayer(shown)
				? {
						[shown]: await reaching(
							getLayerMatrix(db, province, scope, { track, layer: shown, months })
						)
					}
				: {})
		}
	};
	return {
		...{ ...request, params, month, frame, source },
		included: (row) => isIncluded(source, row, month, params)
	};
}

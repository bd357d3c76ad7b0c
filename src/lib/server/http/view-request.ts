import { error } from '@sveltejs/kit';
import type { PublicCopy } from '#lib/domain/disclosure/public-copy.ts';
import { isEvidenceLayer, type EvidenceLayer } from '#lib/domain/evidence/classes.ts';
import type { Month } from '#lib/domain/period.ts';
import { findFrame, findFrameOn, type Frame } from '#lib/domain/unit.ts';
import { fillMatrix, type ClassSource } from '#lib/view/frame-view.ts';
import { isIncluded } from '#lib/view/included.ts';
import { parseViewParams, type ViewParams } from '#lib/view/view-params.ts';
import { publicBase } from '#lib/domain/disclosure/public-classes.ts';
import { getPublicMatrix } from '../queries/public-matrix.ts';
import { listFrameUnits } from '../queries/frame-units.ts';
import { getLayerMatrix } from '../queries/layer-matrix.ts';
import { isForPublic, provinceRequest, type ProvinceRequest } from './province-request.ts';
import { publicMonth } from './public-month.ts';
import type { RequestContext } from './request-context.ts';
import { reaching } from './request.ts';

/** A view of the province that an address describes, with the classes of its communes. */
export interface RequestedView extends ProvinceRequest {
	params: ViewParams;
	/** The month that is shown: that of the address, or in a public copy the end of the last whole year. */
	month: Month;
	askedMonth: Month;
	/** What the public may have; undefined for a file that is not for the public. */
	copy: PublicCopy | undefined;
	frame: Frame;
	source: ClassSource;
	/** Whether a unit's row is in view: its district and its class are not filtered out. */
	included: (row: number) => boolean;
}

/** Reads a view from an address, as the page writes it; 404 where no boundaries are known. */
export async function readView(context: RequestContext, url: URL): Promise<RequestedView> {
	const request = await provinceRequest(context.db, url);
	const { db, province, track, last } = request;
	const copy = isForPublic(url) ? await context.publicCopyOf(request) : undefined;
	const asked = copy ? publicBase(request.asked) : request.asked;
	const params = { ...parseViewParams(url.searchParams), ...asked };
	const askedMonth = Math.min(last, params.month ?? last);
	const month = copy ? publicMonth(request, askedMonth) : askedMonth;
	const { frames, calendar } = province.history;
	const frame =
		params.on === undefined ? findFrame(frames, month, calendar) : findFrameOn(frames, params.on);
	if (!frame) error(404, 'frame-unknown');
	const scope = { frame, last, all: params.on !== undefined };
	const shown = fillMatrix(params);
	const months = { from: month, to: month };
	const classes = (layer: 'trend' | EvidenceLayer) =>
		copy
			? getPublicMatrix(db, province, copy, { scope: { ...scope, ...asked }, track, layer, months })
			: layer === 'trend'
				? province.evidence.ask('trendMatrix', { ...scope, track, ...asked })
				: getLayerMatrix(db, province, scope, { track, layer, months });
	const source: ClassSource = {
		units: listFrameUnits(province, scope, track),
		matrices: {
			status: province.statusMatrix(scope, track),
			trend: await reaching(classes('trend')),
			sites: province.siteCountMatrix(scope),
			...(isEvidenceLayer(shown) ? { [shown]: await reaching(classes(shown)) } : {})
		}
	};
	return {
		...request,
		asked,
		params,
		month,
		askedMonth,
		copy,
		frame,
		source,
		included: (row) => isIncluded(source, row, month, params)
	};
}

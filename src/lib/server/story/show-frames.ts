import type { Topology } from 'topojson-specification';
import type { PublicCopy } from '#lib/domain/disclosure/public-copy.ts';
import { isEvidenceLayer, type EvidenceLayer } from '#lib/domain/evidence/classes.ts';
import type { TrendScope } from '#lib/domain/frame-matrices.ts';
import { frameMonths } from '#lib/domain/history.ts';
import type { Month } from '#lib/domain/period.ts';
import { monthsShown } from '#lib/domain/reading.ts';
import { timelineStart } from '#lib/domain/timeline.ts';
import { findFrameOn } from '#lib/domain/unit.ts';
import { fillMatrix, type ClassSource } from '#lib/view/frame-view.ts';
import type { ViewParams } from '#lib/view/view-params.ts';
import type { FrameSites } from '#lib/view/site-wire.ts';
import type { FrameUnit } from '#lib/view/wire.ts';
import type { Queryable } from '../db/database.ts';
import { getGround, getTopology } from '../export/ground.ts';
import { chooseTrack, type Province } from '../province.ts';
import { listFrameSites } from '../queries/frame-sites.ts';
import { listFrameUnits } from '../queries/frame-units.ts';
import { getLayerMatrix } from '../queries/layer-matrix.ts';
import { getPublicMatrix } from '../queries/public-matrix.ts';
import type { Ground } from '../sheet/project.ts';

/** What a view shows on a frame, and of which months. */
export interface ShownView {
	source: ClassSource;
	months: { from: Month; to: Month };
	/** Scope of its evidence. */
	scope: TrendScope;
}

/** A frame with all that the slides show on it. */
export interface ShownFrame {
	from: string;
	ground: Ground;
	/** Its boundaries in degrees. */
	topology: Topology;
	/** Model sites on it. */
	sites: FrameSites;
	units: readonly FrameUnit[];
	/** The frame's own months, as far as the timeline shows them. */
	months: { from: Month; to: Month };
	/** A slide's view on it; undefined for a view on the boundaries of another date. */
	show: (view: ViewParams) => ShownView | undefined;
}

/**
 * Every frame with the classes of some views on it: each month on its own boundaries, or on those of a date.
 *
 * @param copy what the public may have; undefined where all is shown
 */
export async function showFrames(
	db: Queryable,
	province: Province,
	views: readonly ViewParams[],
	last: Month,
	copy?: PublicCopy
): Promise<ShownFrame[]> {
	const { frames } = province.history;
	const first = timelineStart(province.history, last);
	const shown: ShownFrame[] = [];
	for (const frame of frames) {
		const known = new Map<string, ShownView>();
		for (const view of views) {
			const { on, base, question } = view;
			if (on !== undefined && findFrameOn(frames, on) !== frame) continue;
			const track = chooseTrack(province, view.track ?? null);
			const scope = { frame, last, all: on !== undefined, track, base, question };
			const months = monthsShown(province.history, scope);
			const layer = fillMatrix(view);
			const classes = (asked: 'trend' | EvidenceLayer) =>
				copy
					? getPublicMatrix(db, province, copy, { scope, track, layer: asked, months })
					: asked === 'trend'
						? province.evidence.ask('trendMatrix', scope)
						: getLayerMatrix(db, province, scope, { track, layer: asked, months });
			const source = {
				units: listFrameUnits(province, scope, track),
				matrices: {
					status: province.statusMatrix(scope, track),
					trend: await classes('trend'),
					sites: province.siteCountMatrix(scope),
					...(isEvidenceLayer(layer) ? { [layer]: await classes(layer) } : {})
				}
			};
			known.set(keyOf(view), { source, months, scope });
		}
		const own = frameMonths(frame, last, province.history.calendar);
		shown.push({
			from: frame.from,
			months: { ...own, from: Math.max(first, own.from) },
			ground: await getGround(db, province, frame),
			topology: await getTopology(db, province, frame),
			sites: listFrameSites(province, frame),
			units: listFrameUnits(province, { frame, last, all: false }, chooseTrack(province, null)),
			show: (view) => known.get(keyOf(view))
		});
	}
	return shown;
}

/** The frame on which a view stands in a month, with what it shows there. */
export function findShown(
	frames: readonly ShownFrame[],
	view: ViewParams,
	month: Month
): (ShownView & { frame: ShownFrame }) | undefined {
	for (const frame of frames) {
		const shown = frame.show(view);
		if (shown && shown.months.from <= month && month <= shown.months.to) return { ...shown, frame };
	}
	return undefined;
}

function keyOf({ track, base, question, theme, layer, perPeople, on }: ViewParams): string {
	return [track, base, question, theme, layer, perPeople, on].join(' ');
}

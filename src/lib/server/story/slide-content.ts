import { localName } from '#lib/view/local-name.ts';
import { membersAt } from '#lib/view/makeup.ts';
import type { SlideBoundaries, SlideContent } from '#lib/view/slide-content.ts';
import { wholeExtent, type Extent } from '#lib/view/svg-map/placing.ts';
import { chooseTrack, type Province } from '../province.ts';
import { findShown, type ShownFrame } from './show-frames.ts';
import type { SlideView } from './story-views.ts';

/** A slide's view as it is drawn into files. */
export interface DrawnSlide {
	content: SlideContent;
	boundaries: SlideBoundaries;
	/** West, south, east, north of all boundaries. */
	extent: Extent;
}

/** What a slide's view shows in its month; undefined where no boundaries are known then. */
export function drawnSlide(
	frames: readonly ShownFrame[],
	province: Province,
	view: SlideView | undefined
): DrawnSlide | undefined {
	const shown = view && findShown(frames, view.params, view.month);
	if (!shown) return undefined;
	const { params, month } = view;
	const { source, frame } = shown;
	const track = chooseTrack(province, params.track ?? null);
	const known = province.tracks.find(({ code }) => code === track);
	return {
		content: {
			source,
			month,
			params,
			frame: { from: frame.from },
			summary: undefined,
			calendar: province.history.calendar,
			leading: province.leadingIndicator(track) ?? null,
			trackName: known ? localName(known) : track,
			sites: frame.sites
		},
		boundaries: { topology: frame.topology, parts: partsOf(frames, shown.frame, view, source) },
		extent: frames.map(({ topology }) => wholeExtent(topology)).reduce(joined)
	};
}

/** Boundaries of the former communes, where status is painted on them. */
function partsOf(
	frames: readonly ShownFrame[],
	frame: ShownFrame,
	{ params, month }: SlideView,
	{ units }: SlideContent['source']
): SlideBoundaries['parts'] {
	if (params.theme !== 'status' || params.shapes !== 'former') return undefined;
	if (!units.some((unit) => membersAt(unit, month).length > 0)) return undefined;
	const before =
		month < frame.months.from
			? frames.find(({ months }) => months.from <= month && month <= months.to)
			: frames[frames.indexOf(frame) - 1];
	return before?.topology;
}

function joined(one: Extent, other: Extent): Extent {
	return [
		...([Math.min(one[0], other[0]), Math.min(one[1], other[1])] as const),
		...([Math.max(one[2], other[2]), Math.max(one[3], other[3])] as const)
	];
}

import type { Topology } from 'topojson-specification';
import { isEvidenceLayer } from '#lib/domain/evidence/classes.ts';
import { toMonthText, type Month } from '#lib/domain/period.ts';
import { findFrameOn } from '#lib/domain/unit.ts';
import { fillMatrix, type MatrixName } from '#lib/view/frame-view.ts';
import { localName } from '#lib/view/local-name.ts';
import { membersAt } from '#lib/view/makeup.ts';
import type { SlideBoundaries, SlideContent } from '#lib/view/slide-content.ts';
import { readFrameSites } from '#lib/view/site-wire.ts';
import { readTrendSummary } from '#lib/view/trend-summary-wire.ts';
import type { ViewParams } from '#lib/view/view-params.ts';
import type { FrameSummary } from '#lib/view/wire.ts';
import { fetchJson } from '../fetch-json.ts';
import type { FrameData, FrameRequest } from '../frame-data.ts';
import type { ProvinceState } from '../province-state.svelte.ts';

/** A slide's view with its boundaries, ready to be drawn. */
export interface LoadedSlide {
	content: SlideContent;
	boundaries: SlideBoundaries;
}

/**
 * Fetches what a view shows, whatever the province's own view is.
 *
 * @returns undefined where no boundaries are known in its month
 * @throws RequestFailed
 */
export async function loadSlide(
	province: ProvinceState,
	params: ViewParams
): Promise<LoadedSlide | undefined> {
	const { overview, loader } = province;
	const track = params.track ?? overview.track;
	const known = overview.tracks.find(({ code }) => code === track);
	const leading = known?.leading ?? null;
	const { month, frame } = placeOf(province, params);
	if (!frame) return undefined;
	const request: FrameRequest = {
		summary: frame,
		dataVersion: overview.dataVersion,
		track,
		base: params.base,
		question: params.question,
		all: params.on !== undefined,
		...province.timeline
	};
	const data = await loadData(province, request, params, month);
	const [topology, parts] = await Promise.all([
		loader.boundaries(frame),
		loadParts(province, data, params, month)
	]);
	const query = new URLSearchParams({
		v: String(overview.dataVersion),
		track,
		base: params.base,
		against: params.question,
		...(params.on === undefined ? {} : { all: '1' })
	});
	const asksTrend = params.theme === 'trend' && leading !== null;
	const [summary, sites] = await Promise.all([
		asksTrend
			? optional(
					`/api/frames/${frame.from}/trend-summary/${toMonthText(month)}?${query}`,
					readTrendSummary
				)
			: undefined,
		params.theme === 'sites'
			? optional(`/api/frames/${frame.from}/sites?v=${overview.dataVersion}`, readFrameSites)
			: undefined
	]);
	return {
		content: {
			source: data,
			frame,
			month,
			params,
			calendar: province.calendar,
			leading,
			trackName: known ? localName(known) : track,
			summary,
			sites
		},
		boundaries: { topology, parts }
	};
}

/** A view's month, and the boundaries that it is seen on. */
function placeOf({ overview, firstMonth, lastMonth }: ProvinceState, params: ViewParams) {
	const asked = params.month ?? overview.lastReported ?? lastMonth;
	const month = Math.min(lastMonth, Math.max(firstMonth, asked));
	const frame =
		params.on === undefined
			? overview.frames.find(({ months }) => months.from <= month && month <= months.to)
			: findFrameOn(overview.frames, params.on);
	return { month, frame };
}

async function loadData(
	{ loader }: ProvinceState,
	request: FrameRequest,
	params: ViewParams,
	month: Month
): Promise<FrameData> {
	const filled = fillMatrix(params);
	const names: readonly MatrixName[] =
		params.theme === 'summary' ? ['status', 'trend', 'sites'] : ['status', filled];
	const data = await loader.load(request, [
		...new Set(names.filter((name) => !isEvidenceLayer(name)))
	]);
	if (!isEvidenceLayer(filled)) return data;
	const ids = data.units.map(({ id }) => id);
	for await (const { matrix } of loader.layer(request, filled, ids, () => month)) {
		// The months about the one in view come first.
		return { ...data, matrices: { ...data.matrices, [filled]: matrix } };
	}
	return data;
}

/** Shapes of the former communes, where each has one: else they are painted as a part of their commune. */
async function loadParts(
	{ overview, loader }: ProvinceState,
	{ units, summary }: FrameData,
	params: ViewParams,
	month: Month
): Promise<Topology | undefined> {
	if (params.theme !== 'status' || params.shapes !== 'former') return undefined;
	const members = units.flatMap((unit) => membersAt(unit, month));
	if (members.length === 0) return undefined;
	const before: FrameSummary | undefined =
		month < summary.months.from
			? overview.frames.find(({ months }) => months.from <= month && month <= months.to)
			: overview.frames[overview.frames.findIndex(({ from }) => from === summary.from) - 1];
	if (!before) return undefined;
	return loader.boundaries(before).catch(() => undefined);
}

/** What a slide can do without. */
function optional<T>(url: string, read: (sent: unknown) => T): Promise<T | undefined> {
	return fetchJson<unknown>(url).then(read, () => undefined);
}

import { findMapClass } from '#lib/domain/map-class.ts';
import { m } from '#lib/paraglide/messages.js';
import type { FrameData } from '#lib/state/frame-data.ts';
import type { ProvinceState } from '#lib/state/province-state.svelte.ts';
import { outlinesOf } from '#lib/map/outlines.ts';
import type { SmallUnit } from '#lib/map/small-map.ts';
import { dataStamp } from '#lib/view/data-stamp.ts';
import { formatDate, formatMonth } from '#lib/view/format.ts';
import { fillCode, fillMatrix } from '#lib/view/frame-view.ts';
import { isIncluded } from '#lib/view/included.ts';
import { countFillCodes, legendKind, listLegend } from '#lib/view/legend.ts';
import { compositionAt } from '#lib/view/makeup.ts';
import type { Appearance } from '#lib/view/palette.ts';
import { sensitivityLabel } from '#lib/view/sensitivity.ts';
import { monthDays } from '#lib/view/month-name.ts';
import { viewTitle } from '#lib/view/view-title.ts';
import type { FrameSummary } from '#lib/view/wire.ts';
import { openFilm, type FilmFile } from './film-file.ts';
import {
	drawFilmPicture,
	FILM_SIZE,
	loadFilmFont,
	MAP_BOX,
	type FilmScene
} from './film-picture.ts';
import { filmSteps, type FilmStep } from './film-steps.ts';

export type FilmState = 'idle' | 'running' | 'unable' | 'failed';

/** A frame's map for the film. */
interface FilmMap {
	data: FrameData;
	canvas: HTMLCanvasElement;
	paths: { unitId: number; path: Path2D }[];
}

/** Makes a film of the timeline as the view shows it, picture by picture. */
export class FilmMaker {
	state = $state<FilmState>('idle');
	/** Share that is made, 0 to 1. */
	share = $state(0);
	#stopped = false;

	constructor(
		readonly province: ProvinceState,
		readonly appearance: Appearance
	) {}

	/** @returns the film and what its name ends with; undefined where there is none (see `state`) */
	async make(): Promise<{ film: Blob; ending: string } | undefined> {
		this.state = 'running';
		this.share = 0;
		this.#stopped = false;
		let file: FilmFile | undefined;
		try {
			const canvas = Object.assign(document.createElement('canvas'), FILM_SIZE);
			file = await openFilm(canvas);
			if (!file) {
				this.state = 'unable';
				return undefined;
			}
			const done = await this.#draw(canvas.getContext('2d')!, file);
			const film = done ? await file.finish() : undefined;
			if (!film) await file.cancel();
			this.state = 'idle';
			return film && { film, ending: file.ending };
		} catch {
			this.state = 'failed';
			// An encoder that failed may fail to stop, too.
			await file?.cancel().catch(() => undefined);
			return undefined;
		}
	}

	stop(): void {
		this.#stopped = true;
	}

	/** @returns whether it came to its end */
	async #draw(context: CanvasRenderingContext2D, file: FilmFile): Promise<boolean> {
		const { province } = this;
		const { overview, params, lastMonth } = province;
		await loadFilmFont();
		const steps = filmSteps(overview.frames, {
			step: params.step,
			first: province.firstMonth,
			last: Math.min(lastMonth, overview.lastReported ?? lastMonth),
			on: params.on === undefined ? undefined : province.frame
		});
		let map: FilmMap | undefined;
		for (const [at, step] of steps.entries()) {
			const { summary } = step;
			if (map?.data.summary !== summary) map = await this.#load(summary);
			if (this.#stopped) return false;
			drawFilmPicture(context, map.canvas, this.#scene(map, step), this.appearance);
			await file.add(step.seconds);
			this.share = (at + 1) / steps.length;
		}
		return true;
	}

	async #load(summary: FrameSummary): Promise<FilmMap> {
		const { province } = this;
		const { params, overview } = province;
		const outlines = await province.loader.boundaries(summary).then((topology) => {
			const wide = outlinesOf(topology, MAP_BOX.width);
			// A province that is higher than wide takes less of the width.
			return wide.height <= MAP_BOX.height
				? wide
				: outlinesOf(topology, Math.floor((MAP_BOX.width * MAP_BOX.height) / wide.height));
		});
		const request = {
			summary,
			dataVersion: overview.dataVersion,
			track: province.track,
			base: params.base,
			question: params.question,
			all: params.on !== undefined,
			...province.timeline
		};
		let data: FrameData | undefined;
		const parts = province.loader.fills(request, fillMatrix(params), () => summary.months.to);
		for await (const part of parts) {
			data = part;
			if (this.#stopped) break;
		}
		return {
			data: data!,
			canvas: Object.assign(document.createElement('canvas'), {
				width: outlines.width,
				height: Math.ceil(outlines.height)
			}),
			paths: outlines.paths.map(({ unitId, d }) => ({ unitId, path: new Path2D(d) }))
		};
	}

	#scene({ data, paths }: FilmMap, { month, summary, changed }: FilmStep): FilmScene {
		const { overview, params, selected } = this.province;
		const included = (row: number) => isIncluded(data, row, month, params);
		const counts = countFillCodes(data, month, params, included);
		const before = overview.frames[overview.frames.indexOf(summary) - 1];
		return {
			title: [viewTitle(params, this.province.leading), overview.provinceName ?? []]
				.flat()
				.join(' · '),
			month: formatMonth(month),
			days: monthDays(month, overview.calendar),
			words:
				changed && before
					? m.frame_change({
							date: formatDate(summary.from),
							before: before.units,
							after: summary.units
						})
					: '',
			legend: listLegend(legendKind(params), counts, params.perPeople),
			stamp: [
				...(overview.demonstration ? [m.demonstration_note()] : []),
				...(params.theme === 'summary' ? [m.sheet_summary_note()] : []),
				[
					sensitivityLabel({ forPublic: false, sources: overview.sources }),
					dataStamp(overview),
					m.sheet_boundaries({ from: formatDate(summary.from) })
				].join(' · ')
			],
			units: paths.flatMap(({ unitId, path }): SmallUnit[] => {
				const row = data.rows.get(unitId);
				if (row === undefined) return [];
				const code = included(row) ? fillCode(data, row, month, params) : undefined;
				return [
					{
						path,
						mapClass: code === undefined ? undefined : findMapClass(code),
						composition: compositionAt(data.units[row]!, month),
						marked: unitId === selected?.id
					}
				];
			})
		};
	}
}

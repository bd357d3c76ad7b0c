import { fullName } from '#lib/domain/unit.ts';
import { m } from '#lib/paraglide/messages.js';
import { estimateTextWidth } from '#lib/view/labels/text-width.ts';
import { placeMapNames } from '#lib/view/svg-map/map-names.ts';
import { mapScene } from '#lib/view/svg-map/map-scene.ts';
import { wholeExtent, type Extent } from '#lib/view/svg-map/placing.ts';
import { listFrameChanges } from '#lib/view/frame-change.ts';
import { parseViewParams } from '#lib/view/view-params.ts';
import { MAP_FACTOR, MAP_SIZE } from '../slide-picture.ts';
import { namesSvg } from '../slide-names.ts';
import type { ShownFrame } from '../show-frames.ts';

/** Colours of names as the page has them, light or dark. */
const PAGE_INKS = { ink: 'var(--ink)', halo: 'var(--paper)', relapse: 'var(--relapse)' };

/** The boundaries of all slides as paths of one picture, with the names of their communes. */
export function framesData(frames: readonly ShownFrame[]) {
	const extent = frames.map(({ topology }) => wholeExtent(topology)).reduce(joined);
	const bare = parseViewParams(new URLSearchParams());
	return frames.map((frame, at) => {
		const { months, topology, units } = frame;
		const source = { units, matrices: {} };
		const scene = mapScene(
			{ source, month: months.to, params: bare, topology, parts: undefined, extent },
			MAP_SIZE
		);
		const shapes = new Map(scene.ground.shapes.map(({ id, d }) => [id, d]));
		const labels = placeMapNames(scene, units, {
			factor: MAP_FACTOR,
			measure: estimateTextWidth,
			relapseText: (name) => m.relapse_label({ name })
		});
		return {
			...months,
			words: changeWords(frames, at),
			borders: scene.ground.borders,
			outline: scene.ground.outline,
			names: namesSvg(labels, [], MAP_FACTOR, PAGE_INKS),
			units: units.map((unit) => {
				const [x, y] = scene.placing(unit.label);
				return {
					name: fullName(unit),
					d: shapes.get(unit.id) ?? '',
					at: [Math.round(x), Math.round(y)]
				};
			})
		};
	});
}

/** What is said on crossing into a frame: "01/07/2025: 129 xã, phường, thị trấn sắp xếp thành 45 xã, phường". */
function changeWords(frames: readonly ShownFrame[], at: number): string {
	const frame = frames[at];
	const summaries = frames.map(({ from, months, units }) => ({
		from,
		to: null,
		months,
		units: units.length,
		boundariesUrl: ''
	}));
	return listFrameChanges(summaries).find(({ date }) => date === frame?.from)?.words ?? '';
}

function joined(one: Extent, other: Extent): Extent {
	return [
		...([Math.min(one[0], other[0]), Math.min(one[1], other[1])] as const),
		...([Math.max(one[2], other[2]), Math.max(one[3], other[3])] as const)
	];
}

import { readFileSync } from 'node:fs';
import { datasetFile } from './dataset.ts';
import { readFacts } from './facts.ts';
import { buildModelTypes } from './figures/community-models.ts';
import { indicatorsFile } from './figures/indicators-file.ts';
import { modelsFile, sitesFile } from './figures/model-files.ts';
import { buildModelSites } from './figures/model-sites.ts';
import { chooseProgramme } from './figures/programme.ts';
import { ordinaryRates } from './figures/rates.ts';
import { buildStatusEvents } from './figures/status-events.ts';
import {
	buildSecondTrackEvents,
	chooseSecondTrack,
	secondTrackFactor
} from './figures/second-track.ts';
import { statusFile } from './figures/status-file.ts';
import { buildFrames } from './frames.ts';
import { communeBoundaries, districtBoundaries } from './map/boundary-files.ts';
import { drawMap } from './map/draw-map.ts';
import { OUTSIDE } from './map/growth.ts';

/** All files of the demonstration data set by name, the same on every run. */
export function generate(): ReadonlyMap<string, string> {
	const frames = buildFrames();
	const { first, second, third } = frames;
	const arcs = drawMap(first.units);
	const onRim = new Set(
		arcs
			.filter(({ left, right }) => left === OUTSIDE || right === OUTSIDE)
			.map(({ left, right }) => Math.max(left, right))
	);
	const ordinary = ordinaryRates(first.units);
	const programme = chooseProgramme(second, ordinary, onRim);
	const events = buildStatusEvents(programme);
	const secondTrack = chooseSecondTrack(second, ordinary, programme);
	const secondEvents = buildSecondTrackEvents(secondTrack);
	const factor = secondTrackFactor(secondTrack, secondEvents);
	const types = buildModelTypes(programme, onRim);
	return new Map([
		['README.md', readFileSync(new URL('demo-readme.md', import.meta.url), 'utf8')],
		['boundaries-2017.geojson', communeBoundaries(arcs, first)],
		['boundaries-2020.geojson', communeBoundaries(arcs, second)],
		['boundaries-2025.geojson', communeBoundaries(arcs, third)],
		['dataset.json', datasetFile()],
		['districts-2017.geojson', districtBoundaries(arcs, first)],
		['districts-2020.geojson', districtBoundaries(arcs, second)],
		['indicators.csv', indicatorsFile(frames, ordinary, programme, events, types, factor)],
		['models.csv', modelsFile(types)],
		['sites.csv', sitesFile(buildModelSites(frames, arcs, types, programme, onRim))],
		[
			'status.csv',
			statusFile(frames, [
				{ track: 'TTATXH', events },
				{ track: 'ANTT', events: secondEvents }
			])
		],
		['succession-2020.csv', readFacts('succession-2020.csv')],
		['succession-2025.csv', readFacts('succession-2025.csv')]
	]);
}

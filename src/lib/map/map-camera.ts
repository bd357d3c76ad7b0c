import type { Feature, Position } from 'geojson';
import type { Camera } from '#lib/view/view-params.ts';
import type { FrameUnit } from '#lib/view/wire.ts';
import type { MapLibreMap } from './maplibre-types.ts';
import { seenBox } from './seen-box.ts';

/** West, south, east, north in degrees. */
export type Extent = [number, number, number, number];

/** How far beyond the province one may wander, in widths of the province. */
const MARGIN = 1.2;
/** Room around the province, in pixels. */
const PADDING = 18;
const FOOT = 34;
/** How near a single commune comes, and how long the way takes: a hall wants to follow it. */
const FOCUS_ZOOM = 11;
const FLIGHT_MS = 1500;

/** What of the province is in view, and how the map moves there. */
export class MapCamera {
	/** Whether the whole province is in view and the map was not moved since. */
	#fitted = true;

	constructor(
		private readonly map: MapLibreMap,
		private readonly extent: Extent
	) {
		map.on('movestart', (event) => {
			if ('originalEvent' in event && event.originalEvent) this.#fitted = false;
		});
		map.on('resize', () => {
			if (this.#fitted) this.#fit(0);
		});
	}

	/** Where the map looks; undefined while the whole province is in view as it opened. */
	get view(): Camera | undefined {
		if (this.#fitted) return undefined;
		const { lng, lat } = this.map.getCenter();
		const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
		return { lat: rounded(lat, 4), lon: rounded(lng, 4), zoom: rounded(this.map.getZoom(), 2) };
	}

	/** Calls back when the map has come to rest. */
	onrest(listener: () => void): void {
		this.map.on('moveend', listener);
	}

	/** Looks where a view of before looked; the whole province for undefined. */
	look(view: Camera | undefined): void {
		if (!view) {
			if (!this.#fitted) this.fit();
			return;
		}
		this.#fitted = false;
		this.map.jumpTo({ center: [view.lon, view.lat], zoom: view.zoom });
	}

	/** Says how many pixels of the right edge are covered: what was in the middle moves to the middle of the rest. */
	cover(right: number): void {
		if (this.map.getPadding().right === right) return;
		this.map.setPadding({ right });
		if (this.#fitted) this.#fit(0);
	}

	fit(): void {
		this.#fit(reducedMotion() ? 0 : 600);
	}

	zoom(direction: 1 | -1): void {
		this.#fitted = false;
		this.map.zoomTo(this.map.getZoom() + direction * 0.8, { duration: reducedMotion() ? 0 : 200 });
	}

	/** Looks down straight (0) or at a slant, in degrees. */
	tilt(pitch: number): void {
		if (this.map.getPitch() === pitch) return;
		this.map.easeTo({ pitch, duration: reducedMotion() ? 0 : 400 });
	}

	/** Brings a unit into view, if it is not. */
	reveal(unit: FrameUnit): void {
		const { width, height } = seenBox(this.map);
		const { x, y } = this.map.project(unit.label);
		if (x >= 0 && y >= 0 && x <= width && y <= height) return;
		this.#fitted = false;
		this.map.flyTo({ center: unit.label, maxDuration: 1200, animate: !reducedMotion() });
	}

	/** Brings shapes into the middle and as large as they fit; the whole province where there are none. */
	focus(features: readonly Feature[]): void {
		const extent = extentOf(features);
		if (!extent) {
			// Already in view: the page is not measured for nothing.
			if (!this.#fitted) this.fit();
			return;
		}
		this.#fitted = false;
		this.map.fitBounds(extent, {
			padding: padding(this.map.getContainer()),
			maxZoom: FOCUS_ZOOM,
			duration: reducedMotion() ? 0 : FLIGHT_MS
		});
	}

	/** Moves as another map moves, and the other as this one. @returns how to part them */
	moveWith(other: MapCamera): () => void {
		// A map that is moved says so, too: without this each would answer the other for ever.
		let answering = false;
		const copy = (from: MapCamera, to: MapCamera) => () => {
			if (answering) return;
			answering = true;
			to.map.jumpTo({ center: from.map.getCenter(), zoom: from.map.getZoom() });
			answering = false;
		};
		const [there, back] = [copy(this, other), copy(other, this)];
		this.map.on('move', there);
		other.map.on('move', back);
		return () => {
			this.map.off('move', there);
			other.map.off('move', back);
		};
	}

	#fit(duration: number): void {
		this.#fitted = true;
		this.map.fitBounds(this.extent, {
			padding: padding(this.map.getContainer()),
			duration
		});
	}
}

/** Bounds within which one may wander. */
export function widen([west, south, east, north]: Extent): Extent {
	const x = (east - west) * MARGIN;
	const y = (north - south) * MARGIN;
	return [west - x, Math.max(-85, south - y), east + x, Math.min(85, north + y)];
}

/** The box around shapes; undefined without any. */
function extentOf(features: readonly Feature[]): Extent | undefined {
	const extent: Extent = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { geometry } of features) {
		if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue;
		for (const [x = 0, y = 0] of geometry.coordinates.flat(
			geometry.type === 'Polygon' ? 1 : 2
		) as Position[]) {
			extent[0] = Math.min(extent[0], x);
			extent[1] = Math.min(extent[1], y);
			extent[2] = Math.max(extent[2], x);
			extent[3] = Math.max(extent[3], y);
		}
	}
	return extent[0] <= extent[2] ? extent : undefined;
}

/** Room around what is fitted into a box: a little, below for the notes, and none that a small box has not. */
export function padding({ clientWidth, clientHeight }: HTMLElement) {
	const side = Math.min(PADDING, clientWidth / 8, clientHeight / 8);
	return { top: side, right: side, bottom: Math.min(FOOT, clientHeight / 8), left: side };
}

function reducedMotion(): boolean {
	return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

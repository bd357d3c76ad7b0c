import type { GeoJSON } from 'geojson';
import type { Topology } from 'topojson-specification';
import { statusCode } from '#lib/domain/map-class.ts';
import type { Status } from '#lib/domain/status.ts';
import type { FrameUnit } from '#lib/view/wire.ts';
import type { Bubble, BubbleOverlay } from './bubbles.ts';
import type { Month } from '#lib/domain/period.ts';
import { compositionAt } from '#lib/view/makeup.ts';
import { FrameGeometry } from './frame-geometry.ts';
import { loadLabelFont, loadMapLibre, type MapLibre } from './maplibre.ts';
import type { ExpressionSpecification, GeoJSONSource, MapLibreMap } from './maplibre-types.ts';
import { listPaints, type Appearance } from '#lib/view/palette.ts';
import { MapCamera, padding, widen, type Extent } from './map-camera.ts';
import { drawPattern, drawStripes, OVERLAYS } from './patterns.ts';
import { buildStyle } from './style.ts';
import { SOURCES } from './z-order.ts';

/** What a unit looks like now. */
export interface UnitPaint {
	id: number;
	/** Class code of its fill. */
	code: number;
	faded: boolean;
	/** Class code of its outline, in the summary. */
	outline?: number | undefined;
}

export interface MapEvents {
	/** The unit under the pointer, with the pointer's place in the map's box. */
	hover(unitId: number | undefined, point: { x: number; y: number }): void;
	/** @param beside with Ctrl, Shift or the like: not instead of others but beside them */
	select(unitId: number | undefined, beside: boolean): void;
	/** The browser took the graphics context away. */
	lost(): void;
}

type PaintProperty = Parameters<MapLibreMap['setPaintProperty']>[1];
type PaintValue = Parameters<MapLibreMap['setPaintProperty']>[2];

const NO_UNIT = 0xff;

/** The map's edge to MapLibre: everything that has an effect on it goes through here. */
export class ProvinceMap {
	#geometry: FrameGeometry | undefined;
	#bubbles: BubbleOverlay | undefined;
	/** Which units have a line around them now, by source. */
	readonly #highlighted = new Map<string, string>();
	/** Which unit has which stripes now. */
	#stripes = '';
	/** What each unit was last painted as, so that only changes are sent. */
	readonly #painted = new Map<number, number>();

	private constructor(
		readonly map: MapLibreMap,
		readonly camera: MapCamera,
		private appearance: Appearance
	) {}

	static async create(
		container: HTMLElement,
		options: { extent: Extent; appearance: Appearance; title: string },
		events: MapEvents
	): Promise<ProvinceMap> {
		const [library] = await Promise.all([loadMapLibre(), loadLabelFont()]);
		const { extent, appearance } = options;
		const map = new library.Map({
			container,
			style: buildStyle(appearance),
			bounds: extent,
			fitBoundsOptions: { padding: padding(container) },
			maxBounds: widen(extent),
			maxZoom: 14,
			renderWorldCopies: false,
			attributionControl: false,
			dragRotate: false,
			pitchWithRotate: false,
			touchPitch: false,
			fadeDuration: 0,
			locale: { 'Map.Title': options.title }
		});
		map.touchZoomRotate.disableRotation();
		map.keyboard.disableRotation();
		map.addControl(new library.ScaleControl({ maxWidth: 120 }), 'bottom-right');
		const province = new ProvinceMap(map, new MapCamera(map, extent), appearance);
		province.#addPatterns();
		province.#listen(events);
		await ready(map);
		map.setMinZoom(map.getZoom() - 0.6);
		return province;
	}

	/**
	 * Shows a frame's boundaries. Colours come with `paint`. The first frame's land comes first and its lines
	 * and names when it stands: for all of Vietnam that is seconds sooner.
	 */
	showFrame(topology: Topology, units: readonly FrameUnit[]): void {
		const first = this.#geometry === undefined;
		const geometry = new FrameGeometry(topology, units);
		this.#geometry = geometry;
		this.#highlighted.clear();
		this.#sendFile(SOURCES.units, geometry.unitsFile());
		this.#stripes = '';
		const showLines = () => {
			if (this.#geometry !== geometry) return;
			this.#sendFile(SOURCES.borders, geometry.bordersFile());
			this.#setData(SOURCES.labels, geometry.labels);
		};
		if (first) void this.drawn().then(showLines);
		else showLines();
	}

	/** Resolves when everything shown so far stands on the screen. */
	drawn(): Promise<void> {
		return new Promise((resolve) => void this.map.once('idle', () => resolve()));
	}

	/** Paints units; only those that look different from before cost anything. */
	paint(units: Iterable<UnitPaint>): void {
		for (const { id, code, faded, outline = NO_UNIT } of units) {
			const packed = code | (outline << 8) | (faded ? 1 << 16 : 0);
			if (this.#painted.get(id) === packed) continue;
			this.#painted.set(id, packed);
			this.map.setFeatureState({ source: SOURCES.units, id }, { code, outline, faded });
		}
	}

	/** Switches on the overlays of the patterns that codes in use may need; they stay on. */
	usePatterns(codes: Iterable<number>): void {
		const used = new Set(codes);
		for (const { code, paint } of listPaints(this.appearance)) {
			if (paint.pattern === undefined || !used.has(code)) continue;
			this.#showLayer(paint.pattern === 'stripes' ? 'stripes' : `pattern-${paint.pattern}`, true);
		}
	}

	/** The summary: status as outlines, and names below the bubbles. */
	showSummary(visible: boolean): void {
		this.#showLayer('status-outline', visible);
		this.map.setLayoutProperty('label', 'text-offset', visible ? [0, 1.5] : [0, 0]);
	}

	/** Draws a line around units. */
	highlight(source: 'picked' | 'hover' | 'selection', unitIds: readonly number[]): void {
		// The worker takes each set anew, also one like the last.
		const key = unitIds.join(' ');
		if (this.#highlighted.get(source) === key) return;
		this.#highlighted.set(source, key);
		const features = unitIds.flatMap((id) => this.#geometry?.find(id) ?? []);
		this.#setData(source, { type: 'FeatureCollection', features });
	}

	/** Where units stand now, in pixels of the map's box. */
	placesOf(units: readonly FrameUnit[]): { id: number; x: number; y: number }[] {
		return units.map(({ id, label }) => ({ id, ...this.map.project(label) }));
	}

	/** Bubbles of model counts; deck.gl is loaded with the first. */
	async showBubbles(bubbles: readonly Bubble[] | undefined): Promise<void> {
		if (!bubbles) {
			this.#bubbles?.show([], this.appearance);
			return;
		}
		if (!this.#bubbles) {
			const { createBubbleOverlay } = await import('./bubbles.ts');
			this.#bubbles ??= createBubbleOverlay(this.map);
		}
		this.#bubbles.show(bubbles, this.appearance);
	}

	/** Light or dark: the whole style anew, with the same boundaries and classes. */
	setAppearance(appearance: Appearance, units: readonly FrameUnit[], month: Month): void {
		if (appearance === this.appearance) return;
		this.appearance = appearance;
		const visible = new Set(
			this.map
				.getStyle()
				.layers.filter((layer) => layer.layout?.visibility !== 'none')
				.map((layer) => layer.id)
		);
		for (const layer of buildStyle(appearance).layers) {
			const paints = Object.entries(layer.paint ?? {}) as [PaintProperty, PaintValue][];
			for (const [property, value] of paints) this.map.setPaintProperty(layer.id, property, value);
			if (layer.layout?.visibility === 'none') this.#showLayer(layer.id, visible.has(layer.id));
		}
		for (const pattern of OVERLAYS) this.map.removeImage(pattern);
		this.#addPatterns();
		this.#stripes = '';
		this.showStripes(units, month);
	}

	/** Brings units into the middle and as large as they fit; the whole province where there are none. */
	focus(unitIds: readonly number[]): void {
		this.camera.focus(unitIds.flatMap((id) => this.#geometry?.find(id) ?? []));
	}

	/** The map as a picture, for printing: a canvas on the screen prints blank. */
	picture(): string {
		this.map.redraw();
		return this.map.getCanvas().toDataURL('image/png');
	}

	destroy(): void {
		this.map.remove();
	}

	#listen(events: MapEvents): void {
		const { map } = this;
		map.on('mousemove', 'fill', (event) => {
			map.getCanvas().style.cursor = 'pointer';
			events.hover(Number(event.features?.[0]?.id), event.point);
		});
		map.on('mouseleave', 'fill', (event) => {
			map.getCanvas().style.cursor = '';
			events.hover(undefined, event.point);
		});
		map.on('click', (event) => {
			const [hit] = map.queryRenderedFeatures(event.point, { layers: ['fill'] });
			const { ctrlKey, metaKey, shiftKey } = event.originalEvent;
			events.select(hit ? Number(hit.id) : undefined, ctrlKey || metaKey || shiftKey);
		});
		map.on('webglcontextlost', () => events.lost());
	}

	#addPatterns(): void {
		for (const pattern of OVERLAYS) {
			const { width, height, data, pixelRatio } = drawPattern(pattern, this.appearance);
			this.map.addImage(pattern, { width, height, data }, { pixelRatio });
		}
	}

	/**
	 * One picture for each way of being mixed, and which unit has which in a month. Setting a pattern costs a
	 * relayout, so it is done only in months in which a mixture changes.
	 */
	showStripes(units: readonly FrameUnit[], month: Month): void {
		const names: (number | string)[] = [];
		const compositions = new Map<string, [Status, number][]>();
		for (const unit of units) {
			const composition = compositionAt(unit, month);
			if (composition.length < 2) continue;
			const name = stripesName(composition, this.appearance);
			compositions.set(name, composition);
			names.push(unit.id, name);
		}
		const key = names.join(' ');
		if (key === this.#stripes || names.length === 0) return;
		this.#stripes = key;
		for (const [name, composition] of compositions) {
			if (this.map.hasImage(name)) continue;
			const { width, height, data, pixelRatio } = drawStripes(composition, this.appearance);
			this.map.addImage(name, { width, height, data }, { pixelRatio });
		}
		const pattern = ['match', ['id'], ...names, 'missing'] as unknown as ExpressionSpecification;
		this.map.setPaintProperty('stripes', 'fill-pattern', pattern);
		this.usePatterns([statusCode('mixed')]);
	}

	#showLayer(id: string, visible: boolean): void {
		const wanted = visible ? 'visible' : 'none';
		if (this.map.getLayoutProperty(id, 'visibility') !== wanted) {
			this.map.setLayoutProperty(id, 'visibility', wanted);
		}
	}

	/**
	 * Hands over much data as a file, which the map's worker reads itself. As an object every coordinate
	 * would be copied on this thread: seconds for all of Vietnam.
	 */
	#sendFile(name: string, file: Blob): void {
		const address = URL.createObjectURL(file);
		const taken = this.map.getSource<GeoJSONSource>(name)?.setData(address);
		void Promise.resolve(taken).finally(() => URL.revokeObjectURL(address));
	}

	/** MapLibre takes data over in its own time; nothing here waits for it. */
	#setData(name: string, data: GeoJSON): void {
		void this.map.getSource<GeoJSONSource>(name)?.setData(data);
	}
}

function stripesName(
	composition: readonly (readonly [Status, number])[],
	appearance: Appearance
): string {
	return `stripes ${appearance} ${composition.map(([status, count]) => `${status}:${count}`).join(' ')}`;
}

function ready(map: InstanceType<MapLibre['Map']>): Promise<void> {
	return new Promise((resolve) => {
		if (map.isStyleLoaded()) resolve();
		else map.once('style.load', () => resolve());
	});
}

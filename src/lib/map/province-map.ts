import type { Feature, GeoJSON } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { Month } from '#lib/domain/period.ts';
import { listPaints, type Appearance } from '#lib/view/palette.ts';
import type { BaseMap } from '#lib/view/base-map.ts';
import type { FrameUnit } from '#lib/view/wire.ts';
import type { BaseMapLayers, BaseMapName } from './base-map-layers.ts';
import { FrameGeometry } from './frame-geometry.ts';
import { MapCamera, padding, widen, type Extent } from './map-camera.ts';
import { loadMapLibre, type MapLibre } from './maplibre.ts';
import type { GeoJSONSource, MapLibreMap } from './maplibre-types.ts';
import { drawPattern, OVERLAYS, PART_OVERLAYS } from './patterns.ts';
import { seenBox } from './seen-box.ts';
import type { SpreadOverlay, SpreadScene } from './spread-overlay.ts';
import { Stripes, STRIPED } from './stripes.ts';
import { BORDER_WIDTHS, buildStyle, UNPAINTED } from './style.ts';
import { SOURCES, type LayerId } from './z-order.ts';

/** What a unit looks like now. */
export interface UnitPaint {
	id: number;
	/** Class code of its fill. */
	code: number;
	faded: boolean;
}

export interface MapEvents {
	/** The unit under the pointer. */
	hover(unitId: number | undefined): void;
	/** @param beside with Ctrl, Shift or the like: not instead of others but beside them */
	select(unitId: number | undefined, beside: boolean): void;
	/** The browser took the graphics context away. */
	lost(): void;
}

type PaintProperty = Parameters<MapLibreMap['setPaintProperty']>[1];
type PaintValue = Parameters<MapLibreMap['setPaintProperty']>[2];

/** The map's edge to MapLibre: everything that has an effect on it goes through here. */
export class ProvinceMap {
	#geometry: FrameGeometry | undefined;
	#parts: { topology: Topology; geometry: FrameGeometry } | undefined;
	#spread: SpreadOverlay | undefined;
	#baseMap: { of: BaseMap; layers: BaseMapLayers } | undefined;
	/** Which units have a line around them now, by source. */
	readonly #highlighted = new Map<string, string>();
	/** What each unit was last painted as, by source, so that only changes are sent. */
	readonly #painted = { units: new Map<number, number>(), parts: new Map<number, number>() };
	readonly #stripes: Stripes;

	private constructor(
		readonly map: MapLibreMap,
		readonly camera: MapCamera,
		private appearance: Appearance
	) {
		this.#stripes = new Stripes(map);
	}

	static async create(
		container: HTMLElement,
		options: { extent: Extent; appearance: Appearance; title: string },
		events: MapEvents
	): Promise<ProvinceMap> {
		const library = await loadMapLibre();
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
		const province = new ProvinceMap(map, new MapCamera(map, extent), appearance);
		province.#addPatterns();
		province.#listen(events);
		await ready(map);
		map.setMinZoom(map.getZoom() - 0.6);
		return province;
	}

	/**
	 * Shows a frame's boundaries. Colours come with `paint`. The first frame's land comes first and its lines when it
	 * stands: for all of Vietnam that is seconds sooner.
	 */
	showFrame(topology: Topology): void {
		const first = this.#geometry === undefined;
		const geometry = new FrameGeometry(topology);
		this.#geometry = geometry;
		this.#highlighted.clear();
		this.#sendFile(SOURCES.units, geometry.unitsFile());
		this.#stripes.reset();
		const showLines = () => {
			if (this.#geometry !== geometry) return;
			this.#sendFile(SOURCES.borders, geometry.bordersFile());
			this.#sendFile(SOURCES.outline, geometry.outlineFile());
		};
		this.#baseMap?.layers.clip(geometry.land());
		if (first) void this.drawn().then(showLines);
		else showLines();
	}

	/**
	 * Shows former communes within the communes, in their own shapes; none for undefined.
	 *
	 * @param topology boundaries of the former communes, which stay with the map once they are there
	 */
	showParts(topology: Topology | undefined): void {
		if (topology && this.#parts?.topology !== topology) {
			const geometry = new FrameGeometry(topology);
			this.#parts = { topology, geometry };
			this.#sendFile(SOURCES.parts, geometry.unitsFile());
			this.#sendFile(SOURCES.partBorders, geometry.bordersFile());
		}
		const shown = topology !== undefined;
		this.#showLayer('part-fill', shown);
		this.#showLayer('part-border', shown);
		for (const pattern of PART_OVERLAYS) this.#showLayer(`part-${pattern}`, shown);
		const { border, casing, opacity } = shown ? BORDER_WIDTHS.overParts : BORDER_WIDTHS.alone;
		this.map.setPaintProperty('border', 'line-width', border);
		this.map.setPaintProperty('border', 'line-opacity', opacity);
		this.map.setPaintProperty('border-casing', 'line-width', casing);
	}

	/** Resolves when everything shown so far stands on the screen. */
	drawn(): Promise<void> {
		return new Promise((resolve) => void this.map.once('idle', () => resolve()));
	}

	/** Paints units; only those that look different from before cost anything. */
	paint(units: Iterable<UnitPaint>): void {
		this.#paint('units', units);
	}

	/** Paints former communes within the units; those that are not among them are not seen. */
	paintParts(parts: readonly UnitPaint[]): void {
		const shown = new Set(parts.map(({ id }) => id));
		const others = [...this.#painted.parts.keys()].filter((id) => !shown.has(id));
		this.#paint('parts', parts);
		this.#paint(
			'parts',
			others.map((id) => ({ id, code: UNPAINTED, faded: false }))
		);
	}

	#paint(source: 'units' | 'parts', units: Iterable<UnitPaint>): void {
		const painted = this.#painted[source];
		for (const { id, code, faded } of units) {
			const packed = code | (faded ? 1 << 8 : 0);
			if (painted.get(id) === packed) continue;
			painted.set(id, packed);
			this.map.setFeatureState({ source: SOURCES[source], id }, { code, faded });
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

	/** Stripes of merged communes, where their former communes have no shapes. */
	showStripes(units: readonly FrameUnit[], month: Month): void {
		if (this.#stripes.show(units, month, this.appearance)) this.usePatterns([STRIPED]);
	}

	/** Draws a line around units. */
	highlight(source: 'picked' | 'hover' | 'selection', unitIds: readonly number[]): void {
		// The worker takes each set anew, also one like the last.
		const key = unitIds.join(' ');
		if (this.#highlighted.get(source) === key) return;
		this.#highlighted.set(source, key);
		this.#setData(source, { type: 'FeatureCollection', features: this.shapesOf(unitIds) });
	}

	/** Shapes of units in view; of none where there are none of these ids. */
	shapesOf(unitIds: readonly number[]): Feature[] {
		return unitIds.flatMap((id) => this.#geometry?.find(id) ?? []);
	}

	/** Shape of a former commune within the units; undefined without one. */
	partShape(id: number): Feature | undefined {
		return this.#parts?.geometry.find(id);
	}

	/** Where units stand now, in pixels of the map's box. */
	placesOf(units: readonly FrameUnit[]): { id: number; x: number; y: number }[] {
		return units.map(({ id, label }) => ({ id, ...this.map.project(label) }));
	}

	/** Circles or columns of model sites, and who copied from whom; deck.gl is loaded with the first. */
	async showSpread(scene: SpreadScene | undefined): Promise<void> {
		if (!scene && !this.#spread) return;
		if (!this.#spread) {
			const { createSpreadOverlay } = await import('./spread-overlay.ts');
			this.#spread ??= createSpreadOverlay(this.map);
		}
		this.#spread.show(scene ?? { mode: 'bubbles', bubbles: [], arcs: [] }, this.appearance);
	}

	/** Rivers, roads and hills under the lines of communes; none for undefined. Loaded with the first. */
	async showBaseMap(baseMap: BaseMap | undefined): Promise<void> {
		this.#baseMap?.layers.hide();
		this.#baseMap = undefined;
		if (!baseMap || !this.#geometry) return;
		const { BaseMapLayers } = await import('./base-map-layers.ts');
		const layers = new BaseMapLayers(this.map);
		this.#baseMap = { of: baseMap, layers };
		await layers.show(baseMap, this.#geometry.land(), this.appearance);
	}

	/** Names of the base map, where they stand now; none without one. */
	baseMapNames(): BaseMapName[] {
		return this.#baseMap?.layers.names() ?? [];
	}

	/** Light or dark: the whole style anew, with the same boundaries and classes. */
	setAppearance(appearance: Appearance, units: readonly FrameUnit[], month: Month): void {
		if (appearance === this.appearance) return;
		this.appearance = appearance;
		for (const layer of buildStyle(appearance).layers) {
			const paints = Object.entries(layer.paint ?? {}) as [PaintProperty, PaintValue][];
			for (const [property, value] of paints) {
				if (property === 'line-width' || property === 'line-opacity') continue;
				this.map.setPaintProperty(layer.id, property, value);
			}
		}
		for (const pattern of OVERLAYS) this.map.removeImage(pattern);
		this.#addPatterns();
		this.#stripes.reset();
		this.showStripes(units, month);
		void this.showBaseMap(this.#baseMap?.of);
	}

	/** Brings units into the middle and as large as they fit; the whole province where there are none. */
	focus(unitIds: readonly number[]): void {
		this.camera.focus(this.shapesOf(unitIds));
	}

	/** The part of the map that is seen, as a picture for printing: a canvas on the screen prints blank. */
	picture(): string {
		this.map.redraw();
		const whole = this.map.getCanvas();
		const { width } = seenBox(this.map);
		const seen = document.createElement('canvas');
		seen.width = Math.round((whole.width * width) / this.map.getContainer().clientWidth);
		seen.height = whole.height;
		seen.getContext('2d')?.drawImage(whole, 0, 0);
		return seen.toDataURL('image/png');
	}

	destroy(): void {
		this.map.remove();
	}

	#listen(events: MapEvents): void {
		const { map } = this;
		map.on('mousemove', 'fill', (event) => {
			map.getCanvas().style.cursor = 'pointer';
			events.hover(Number(event.features?.[0]?.id));
		});
		map.on('mouseleave', 'fill', () => {
			map.getCanvas().style.cursor = '';
			events.hover(undefined);
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
			const { width, height, data, pixelRatio } = drawPattern(
				pattern,
				this.appearance,
				this.map.getZoom()
			);
			this.map.addImage(pattern, { width, height, data }, { pixelRatio });
		}
	}

	#showLayer(id: LayerId, visible: boolean): void {
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

function ready(map: InstanceType<MapLibre['Map']>): Promise<void> {
	return new Promise((resolve) => {
		if (map.isStyleLoaded()) resolve();
		else map.once('style.load', () => resolve());
	});
}

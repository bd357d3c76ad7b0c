import type { FormerShapes } from '#lib/state/former-shapes.svelte.ts';
import type { ProvinceState } from '#lib/state/province-state.svelte.ts';
import { fillMatrix } from '#lib/view/frame-view.ts';
import { partLooks, unitLooks } from '#lib/view/map-paints.ts';
import type { ProvinceMap } from './province-map.ts';

/** What is painted where; read anew whenever something of it changes. */
interface Painted {
	map(): ProvinceMap | undefined;
	/** Whether the boundaries of the province's data are on the map. */
	isShown(): boolean;
	visible(): (row: number) => boolean;
	lit(): (row: number, code: number) => boolean;
}

/** Paints what a province's state says. Call it while a component is set up. */
export function syncColours(painted: Painted, province: ProvinceState, former: FormerShapes): void {
	// Colours, after any change of class, filter or month; former communes together with their communes.
	$effect(() => {
		const { data, month, params } = province;
		const map = painted.map();
		if (!map || !data) return;
		const shapes = former.current;
		map.showParts(shapes?.topology);
		map.paint(unitLooks(data, month, params, shapes?.ids, painted.visible()));
		if (shapes) map.paintParts([...partLooks(data, month, shapes.ids, painted.lit())]);
	});

	// What merged communes are made of, which may change from month to month.
	$effect(() => {
		const { data, month } = province;
		if (data && painted.isShown()) painted.map()?.showStripes(data.units, month);
	});

	// Patterns that the theme may need: switching one on during playback would cost a relayout.
	$effect(() => {
		const { data } = province;
		const { theme } = province.params;
		const map = painted.map();
		if (!map || !data || theme === 'sites') return;
		map.usePatterns(data.matrices[fillMatrix(province.params)]?.codes ?? []);
	});
}

import type { ProvinceState } from '#lib/state/province-state.svelte.ts';
import type { ProvinceMap } from './province-map.ts';

/**
 * Keeps the camera in the address: what moves one moves the other. Call it while a component is set up.
 *
 * @param current the map; undefined while there is none, or none that follows the address
 */
export function syncCamera(current: () => ProvinceMap | undefined, province: ProvinceState): void {
	let looked: string | undefined;
	$effect(() => {
		const camera = current()?.camera;
		camera?.onrest(() => {
			const { view } = camera;
			looked = JSON.stringify(view);
			if (looked !== JSON.stringify(province.params.camera)) province.set({ camera: view });
		});
	});
	$effect(() => {
		const asked = province.params.camera;
		const map = current();
		if (!map || JSON.stringify(asked) === looked) return;
		looked = JSON.stringify(asked);
		map.camera.look(asked);
	});
}

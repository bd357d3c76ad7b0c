import { crossingWords } from '#lib/view/frame-change.ts';
import type { ProvinceState } from './province-state.svelte.ts';

/** The change of boundaries that the last step in time crossed, in words until the next step. */
export class FrameCrossing {
	words = $state.raw<string>();

	/**
	 * Call while a component is set up.
	 *
	 * @param scene what is shown; from one to another is no step in time
	 */
	constructor(province: ProvinceState, scene: () => unknown = () => undefined) {
		let before: string | undefined;
		let shown: unknown;
		$effect(() => {
			const now = scene();
			if (now !== shown) before = undefined;
			shown = now;
			const { frame, overview } = province;
			void province.month;
			this.words =
				before !== undefined && frame && frame.from !== before
					? crossingWords(overview.frames, before, frame.from)
					: undefined;
			before = frame?.from;
		});
	}
}

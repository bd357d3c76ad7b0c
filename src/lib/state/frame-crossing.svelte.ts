import { crossingWords } from '#lib/view/frame-change.ts';
import type { ProvinceState } from './province-state.svelte.ts';

/** The change of boundaries that the last step in time crossed, in words until the next step. */
export class FrameCrossing {
	words = $state.raw<string>();

	/** Call while a component is set up. */
	constructor(province: ProvinceState) {
		let before: string | undefined;
		$effect(() => {
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

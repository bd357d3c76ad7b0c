import { untrack } from 'svelte';

/** Follows a value by one picture: for words beside something that has to be drawn first. */
export class AfterPicture<T> {
	current = $state.raw() as T;

	/** @param read the value; to be made where a component is */
	constructor(read: () => T) {
		this.current = untrack(read);
		$effect(() => {
			const value = read();
			// The first callback comes with the picture itself, in whatever order.
			let frame = requestAnimationFrame(() => {
				frame = requestAnimationFrame(() => (this.current = value));
			});
			return () => cancelAnimationFrame(frame);
		});
	}
}

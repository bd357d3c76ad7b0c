import type { ProvinceMap } from './province-map.ts';
import { RestoreAttempts, type LossReason } from './restore-attempts.ts';

/**
 * How the map is drawn: `unknown` until the browser was asked; `live` with WebGL; `restoring` while a graphics context
 * that was lost comes back; `plain` without WebGL.
 */
export type Drawing = 'unknown' | 'live' | 'restoring' | 'plain';

/** After so long without a loss the attempts begin from the first again. */
const STEADY_MS = 60_000;

/**
 * Holds a component's live map, and brings it back when the browser takes its graphics context away, as it does after
 * sleep or a driver's failure. Create it while the component is set up.
 */
export class MapDrawing {
	is = $state<Drawing>('unknown');
	/** The live map, once it is there. */
	map = $state.raw<ProvinceMap>();
	/** This browser has drawn the map, so it may do so again. */
	hasDrawn = $state(false);
	readonly #attempts = new RestoreAttempts();
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param first `live` where the browser is not asked first whether it has WebGL */
	constructor(first: Drawing = 'unknown') {
		this.is = first;
		$effect(() => () => clearTimeout(this.#timer));
	}

	made(map: ProvinceMap): void {
		this.map = map;
		this.hasDrawn = true;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#attempts.reset(), STEADY_MS);
	}

	lost(reason: LossReason): void {
		this.map = undefined;
		clearTimeout(this.#timer);
		const pause = this.#attempts.next(reason);
		this.is = pause === undefined ? 'plain' : 'restoring';
		if (pause !== undefined) this.#timer = setTimeout(() => (this.is = 'live'), pause);
	}

	/** Somebody asks for the map once more. */
	again(): void {
		this.#attempts.reset();
		this.is = 'live';
	}
}

import type { MapLibreMap } from '#lib/map/maplibre-types.ts';

/** Watches a map draw. */
export class Drawing {
	readonly #gl: WebGL2RenderingContext;

	constructor(readonly map: MapLibreMap) {
		this.#gl = map.getCanvas().getContext('webgl2')!;
	}

	/**
	 * Milliseconds that an action takes until its frame is drawn, to the last pixel: reading one back makes
	 * the graphics finish.
	 */
	time(action: () => void): Promise<number> {
		return new Promise((resolve) => {
			const begun = performance.now();
			this.map.once('render', () => {
				this.#gl.readPixels(0, 0, 1, 1, this.#gl.RGBA, this.#gl.UNSIGNED_BYTE, new Uint8Array(4));
				resolve(performance.now() - begun);
			});
			action();
		});
	}

	/** All pixels of an action's frame. */
	pixels(action: () => void): Promise<Uint8Array> {
		const gl = this.#gl;
		const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
		return new Promise((resolve) => {
			this.map.once('render', () => {
				const pixels = new Uint8Array(width * height * 4);
				gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
				resolve(pixels);
			});
			action();
		});
	}

	/** Waits until the graphics have done everything they were told, without holding up the page meanwhile. */
	async caughtUp(): Promise<void> {
		const gl = this.#gl;
		const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)!;
		gl.flush();
		do await aMoment();
		while (gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED);
		gl.deleteSync(fence);
	}

	/** Waits until the map has nothing more to draw. */
	async settle(): Promise<void> {
		let drawn = true;
		const note = () => (drawn = true);
		this.map.on('render', note);
		while (drawn || !this.map.loaded()) {
			drawn = false;
			await nextFrame();
			await nextFrame();
			await nextFrame();
		}
		this.map.off('render', note);
	}
}

/** Long enough for a task that was long to be told of, too. */
function aMoment(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 20));
}

function nextFrame(): Promise<void> {
	return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

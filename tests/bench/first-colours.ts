declare global {
	interface Window {
		/** Milliseconds from navigation to the first frame that shows land on the map. */
		firstColours?: number;
	}
}

/**
 * Runs in a page before anything else: notes when a WebGL canvas first shows land, which is when a
 * fiftieth of it has another colour than the ground. Looking costs the same in all pages.
 */
export function noteFirstColours(): void {
	const SIDE = 48;
	const SHARE = 0.02;
	const LOOK_MS = 100;
	// eslint-disable-next-line @typescript-eslint/unbound-method -- called with `this` below
	const original = HTMLCanvasElement.prototype.getContext;
	const patched = function (this: HTMLCanvasElement, kind: string, options?: object): unknown {
		// Otherwise the picture is gone when we look.
		const kept = kind === 'webgl2' ? { ...options, preserveDrawingBuffer: true } : options;
		return Reflect.apply(original, this, [kind, kept]);
	};
	HTMLCanvasElement.prototype.getContext = patched as typeof original;
	const small = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true })!;
	const look = () => {
		const canvas = document.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas');
		if (canvas && showsLand(canvas)) window.firstColours = performance.now();
		else setTimeout(look, LOOK_MS);
	};
	setTimeout(look, LOOK_MS);

	function showsLand(canvas: HTMLCanvasElement): boolean {
		small.clearRect(0, 0, SIDE, SIDE);
		small.imageSmoothingEnabled = false;
		small.drawImage(canvas, 0, 0, SIDE, SIDE);
		const { data } = small.getImageData(0, 0, SIDE, SIDE);
		let other = 0;
		for (let at = 0; at < data.length; at += 4) {
			const differs = [0, 1, 2].some((band) => Math.abs(data[at + band]! - data[band]!) > 3);
			if (differs && data[at + 3] === 255) other++;
		}
		return other > SIDE * SIDE * SHARE;
	}
}

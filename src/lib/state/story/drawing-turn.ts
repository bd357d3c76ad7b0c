/** How long a picture may wait for the browser to rest. */
const LATEST_MS = 400;
let last: Promise<void> = Promise.resolve();

/** Waits until the pictures asked for before are drawn and the browser rests, so that none holds up the page. */
export function drawingTurn(): Promise<void> {
	last = last.then(rest);
	return last;
}

function rest(): Promise<void> {
	return new Promise((resolve) => {
		if ('requestIdleCallback' in globalThis) {
			requestIdleCallback(() => resolve(), { timeout: LATEST_MS });
		} else setTimeout(resolve, 16);
	});
}

/**
 * Waits.
 *
 * @throws the signal's reason when it is aborted meanwhile
 */
export function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const stop = () => {
			clearTimeout(timer);
			reject(signal.reason as Error);
		};
		const timer = setTimeout(() => {
			signal.removeEventListener('abort', stop);
			resolve();
		}, milliseconds);
		if (signal.aborted) stop();
		else signal.addEventListener('abort', stop, { once: true });
	});
}

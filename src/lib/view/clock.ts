const two = (value: number) => String(value).padStart(2, '0');

/**
 * How long something has lasted.
 *
 * @param ms milliseconds, not negative
 * @example formatElapsed(3_725_000) // '1:02:05'
 * @example formatElapsed(402_000) // '06:42'
 */
export function formatElapsed(ms: number): string {
	const seconds = Math.max(0, Math.floor(ms / 1000));
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
	const rest = `${two(minutes)}:${two(seconds % 60)}`;
	return hours > 0 ? `${hours}:${rest}` : rest;
}

/** "09:05": the time of day without seconds. */
export function formatTimeOfDay(time: Date): string {
	return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

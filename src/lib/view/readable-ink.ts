const DARK = '#1f242b';
const LIGHT = '#ffffff';

/**
 * The ink, dark or white, that stands out more from a ground (WCAG 2 contrast).
 *
 * @param ground `#rrggbb`
 * @example readableInk('#533aaa') // '#ffffff'
 */
export function readableInk(ground: string): string {
	return contrast(ground, LIGHT) >= contrast(ground, DARK) ? LIGHT : DARK;
}

/** Contrast of two colours by WCAG 2, 1 to 21. */
export function contrast(one: string, other: string): number {
	const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
	const part = (at: number) => {
		const value = parseInt(color.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	};
	return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

const KEY = 'notes-size';

/** Sizes of the speaker's notes in pixels. */
export const NOTES_SIZES = [18, 22, 26, 32, 40] as const;
const USUAL = 2;

/** Which of the sizes is kept in this browser. */
export function readNotesSize(): number {
	const step = Number(localStorage.getItem(KEY) ?? USUAL);
	return Number.isInteger(step) && step >= 0 && step < NOTES_SIZES.length ? step : USUAL;
}

export function keepNotesSize(step: number): void {
	localStorage.setItem(KEY, String(step));
}

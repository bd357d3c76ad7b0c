const keyOf = (storyId: number) => `planned-minutes-${storyId}`;

/** How many minutes a presentation is planned to last, as kept in this browser. */
export function readPlanned(storyId: number): number | undefined {
	const minutes = Number(localStorage.getItem(keyOf(storyId)));
	return Number.isFinite(minutes) && minutes > 0 ? minutes : undefined;
}

/** @param minutes undefined to plan none */
export function keepPlanned(storyId: number, minutes: number | undefined): void {
	if (minutes === undefined) localStorage.removeItem(keyOf(storyId));
	else localStorage.setItem(keyOf(storyId), String(minutes));
}

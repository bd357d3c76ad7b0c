const KEY = 'presenting';

/** Where a presentation was left for a question from the floor. */
export interface LeftShow {
	storyId: number;
	at: number;
}

/** Remembers, in this tab, where to return to. */
export function leaveShow(left: LeftShow): void {
	sessionStorage.setItem(KEY, JSON.stringify(left));
}

export function returned(): void {
	sessionStorage.removeItem(KEY);
}

/** Where to return to; undefined where no presentation was left. */
export function findLeftShow(): LeftShow | undefined {
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
		if (typeof kept !== 'object' || kept === null) return undefined;
		const { storyId, at } = kept as Partial<Record<keyof LeftShow, unknown>>;
		return typeof storyId === 'number' && typeof at === 'number' ? { storyId, at } : undefined;
	} catch {
		return undefined;
	}
}

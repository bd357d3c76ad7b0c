export type NumberEvent = Event & { currentTarget: HTMLInputElement };

/** What a field of numbers holds; undefined for an empty one. */
export function numberOf({ currentTarget }: NumberEvent): number | undefined {
	return currentTarget.value.trim() === '' ? undefined : currentTarget.valueAsNumber;
}

import type { IsoDate } from '#lib/domain/period.ts';
import { byName } from '#lib/domain/name.ts';

/** Communes that somebody put together on the boundaries since `from`. */
export interface NamedGroup {
	name: string;
	from: IsoDate;
	/** A code alone may mean another commune on other boundaries. */
	units: { code: string; name: string }[];
}

const KEY = 'groups';

/** Groups that were saved in this browser. */
export class NamedGroups {
	list = $state.raw<readonly NamedGroup[]>(read());

	find(name: string): NamedGroup | undefined {
		return this.list.find((group) => group.name === name);
	}

	/** Replaces a group of the same name. */
	save(group: NamedGroup): void {
		const others = this.list.filter(({ name }) => name !== group.name);
		this.#write([...others, group].sort((a, b) => byName(a.name, b.name)));
	}

	delete(name: string): void {
		this.#write(this.list.filter((group) => group.name !== name));
	}

	#write(list: readonly NamedGroup[]): void {
		this.list = list;
		localStorage.setItem(KEY, JSON.stringify(list));
	}
}

/** Whatever is not a group is left out: another version may have written it. */
function read(): NamedGroup[] {
	try {
		const known: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
		return Array.isArray(known) ? known.filter(isGroup) : [];
	} catch {
		return [];
	}
}

function isGroup(value: unknown): value is NamedGroup {
	if (typeof value !== 'object' || value === null) return false;
	const { name, from, units } = value as Partial<Record<keyof NamedGroup, unknown>>;
	return (
		typeof name === 'string' &&
		typeof from === 'string' &&
		Array.isArray(units) &&
		units.every(isNamedUnit)
	);
}

function isNamedUnit(value: unknown): value is { code: string; name: string } {
	if (typeof value !== 'object' || value === null) return false;
	const { code, name } = value as Partial<Record<'code' | 'name', unknown>>;
	return typeof code === 'string' && typeof name === 'string';
}

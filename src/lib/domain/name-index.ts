import { searchKey } from './name.ts';
import {
	isCutFrom,
	nameDistance,
	nearEnough,
	plainKey,
	readingsOf,
	splitKind,
	toneKey
} from './unit-name.ts';

/** Anything that has a name and a kind. */
export interface Named {
	name: string;
	/** Xã, Phường … ; empty where unknown. */
	kind: string;
}

/** Finds units by their written names. */
export class NameIndex<T extends Named> {
	readonly #items: readonly T[];
	readonly #byTone: Map<string, T[]>;
	readonly #byPlain: Map<string, T[]>;

	constructor(items: readonly T[]) {
		this.#items = items;
		this.#byTone = groupBy(items, ({ name }) => toneKey(name));
		this.#byPlain = groupBy(items, ({ name }) => plainKey(name));
	}

	/**
	 * The items that a written name means: those with its letters and tones; without any, those with its
	 * letters. Of several, those of the written kind.
	 *
	 * @param fits which items come into question at all
	 */
	find(text: string, fits: (item: T) => boolean = () => true): T[] {
		for (const { kind, name } of readingsOf(text)) {
			for (const found of [this.#byTone.get(toneKey(name)), this.#byPlain.get(plainKey(name))]) {
				const fitting = (found ?? []).filter(fits);
				if (fitting.length > 0) return narrow(fitting, (item) => sameKind(item.kind, kind));
			}
		}
		return [];
	}

	/**
	 * Judges a name that is written beside a code.
	 *
	 * @param own the unit of the code
	 * @param fits which others the name may mean instead; near names count for these only
	 */
	judge(text: string, own: T, fits: (item: T) => boolean): NameVerdict<T> {
		const far = nearestReading(text, own);
		if (far === 0) return { is: 'same' };
		const other = this.#findBetter(text, own, far, fits);
		if (other) return { is: 'another', other };
		if (far === 1) return { is: 'same' };
		if (isCutFrom(splitKind(text).name, own.name)) return { is: 'cut' };
		return { is: far - 1 <= alikeEnough(own.name.length) ? 'differs' : 'unlike' };
	}

	#findBetter(text: string, own: T, far: number, fits: (item: T) => boolean): T | undefined {
		const isSlip = far - 1 <= nearEnough(own.name.length);
		for (const { name } of readingsOf(text)) {
			const exact = (this.#byTone.get(toneKey(name)) ?? []).filter((item) => item !== own);
			const alike = far > 1 ? (this.#byPlain.get(plainKey(name)) ?? []) : [];
			const named = [...exact, ...alike];
			// A slip of the pen is not the name of a unit of another date: Sín Chải beside the code of Xín Chải.
			const found = named.find(fits) ?? (isSlip ? undefined : named[0]);
			if (found) return found;
		}
		if (far <= 1) return undefined;
		const limit = 1 + nearEnough(splitKind(text).name.length);
		let best: { item: T; far: number } | undefined;
		for (const item of this.#items) {
			if (item === own || !fits(item)) continue;
			const itemFar = nearestReading(text, item);
			if (itemFar < far && itemFar <= limit && itemFar < (best?.far ?? Infinity)) {
				best = { item, far: itemFar };
			}
		}
		return best?.item;
	}

	/** The items whose names are nearest to a written one, the nearest first. */
	suggest(text: string, fits: (item: T) => boolean, most: number): T[] {
		const limit = 1 + nearEnough(splitKind(text).name.length);
		return this.#items
			.filter(fits)
			.map((item) => ({ item, far: nearestReading(text, item) }))
			.filter(({ far }) => far <= limit)
			.sort((one, other) => one.far - other.far)
			.slice(0, most)
			.map(({ item }) => item);
	}
}

/** Those that fit, if more than one is there and any fits; else all. */
export function narrow<T>(items: T[], fits: (item: T) => boolean): T[] {
	if (items.length < 2) return items;
	const fitting = items.filter(fits);
	return fitting.length > 0 ? fitting : items;
}

function sameKind(known: string, written: string): boolean {
	return written === '' || searchKey(known) === searchKey(written);
}

/** How a name that is written beside a code fits the unit of that code. */
export type NameVerdict<T> =
	/** The same, but perhaps for accents or the place of the tone. */
	| { is: 'same' }
	/** Its beginning: a field was too short for the whole. */
	| { is: 'cut' }
	/** Spelled otherwise, and no other unit fits better. */
	| { is: 'differs' }
	/** Nothing like it, though no other unit fits better. */
	| { is: 'unlike' }
	/** Another unit's name. */
	| { is: 'another'; other: T };

/** Half of the letters may differ while a name is still taken for another spelling: Sáng Nhè, Xá Nhè. */
const alikeEnough = (length: number) => Math.max(1, Math.floor(length / 2));

function nearestReading(text: string, { name }: Named): number {
	return Math.min(...readingsOf(text).map((reading) => nameDistance(reading.name, name)));
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}

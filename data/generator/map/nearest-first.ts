import { at } from '../at.ts';

/** A queue that gives back the item with the smallest key first (binary heap). */
interface NearestFirst {
	push(key: number, item: number): void;
	pop(): number | undefined;
}

export function buildQueue(): NearestFirst {
	const keys: number[] = [];
	const items: number[] = [];
	const swap = (a: number, b: number): void => {
		[keys[a], keys[b]] = [at(keys, b), at(keys, a)];
		[items[a], items[b]] = [at(items, b), at(items, a)];
	};
	return {
		push(key, item) {
			let child = keys.push(key) - 1;
			items.push(item);
			while (child > 0) {
				const parent = (child - 1) >> 1;
				if (at(keys, parent) <= at(keys, child)) break;
				swap(parent, child);
				child = parent;
			}
		},
		pop() {
			if (keys.length === 0) return undefined;
			swap(0, keys.length - 1);
			keys.pop();
			const first = items.pop();
			let parent = 0;
			for (;;) {
				let child = 2 * parent + 1;
				if (child >= keys.length) break;
				if (child + 1 < keys.length && at(keys, child + 1) < at(keys, child)) child++;
				if (at(keys, parent) <= at(keys, child)) break;
				swap(parent, child);
				parent = child;
			}
			return first;
		}
	};
}

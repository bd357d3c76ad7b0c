/** The sum of what each of a list has. */
export function sum<T>(list: readonly T[], of: (each: T) => number): number {
	return list.reduce((total, each) => total + of(each), 0);
}

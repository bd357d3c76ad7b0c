/** The element at an index that the caller knows to exist; throws where it does not, instead of passing `undefined` on. */
export function at<T>(list: ArrayLike<T>, index: number): T {
	const element = list[index];
	if (element === undefined)
		throw new RangeError(`No element ${index} in a list of ${list.length}`);
	return element;
}

/** Communes in rows: the places of the eight around each. */
export function gridNeighbours(units: number): number[][] {
	const columns = Math.ceil(Math.sqrt(units));
	return Array.from({ length: units }, (_, at) => {
		const [x, y] = [at % columns, Math.floor(at / columns)];
		return [-1, 0, 1]
			.flatMap((dy) => [-1, 0, 1].map((dx) => [x + dx, y + dy] as const))
			.filter(([i, j]) => i >= 0 && i < columns && j >= 0 && (i !== x || j !== y))
			.map(([i, j]) => j * columns + i)
			.filter((other) => other < units);
	});
}

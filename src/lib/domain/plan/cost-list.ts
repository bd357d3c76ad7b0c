import { findNamed, type NamedCommune } from './named-commune.ts';

/** What was read of a table of costs. */
export interface CostList {
	/** Millions of đồng by code. */
	costs: Record<string, number>;
	/** Rows that were left out, the first row being 1. */
	refused: { row: number; text: string; why: 'unknown' | 'unreadable' }[];
}

/**
 * Reads costs of communes from a table: in each row a code or name, and after it the amount, the last number of the row. A
 * heading without any number is passed over.
 */
export function readCosts(
	rows: readonly (readonly (string | number)[])[],
	communes: readonly NamedCommune[]
): CostList {
	const find = findNamed(communes);
	const found: CostList = { costs: {}, refused: [] };
	rows.forEach((cells, at) => {
		const filled = cells.filter((cell) => String(cell).trim() !== '');
		if (filled.length === 0) return;
		const codes = filled.map(find);
		const place = codes.findIndex((each) => each !== undefined);
		const code = codes[place];
		const amount = filled
			.filter((_, each) => each !== place)
			.map(readAmount)
			.findLast((each) => each !== undefined);
		const row = at + 1;
		const text = filled.join(' · ');
		if (code === undefined) {
			if (at > 0 || amount !== undefined) found.refused.push({ row, text, why: 'unknown' });
		} else if (amount === undefined || amount < 0) {
			found.refused.push({ row, text, why: 'unreadable' });
		} else found.costs[code] = amount;
	});
	return found;
}

/** `1.250,5`, `1250.5` and `1250,5` are the same; a point before three last digits parts thousands. */
function readAmount(cell: string | number): number | undefined {
	if (typeof cell === 'number') return cell;
	const plain = cell.replace(/\s/g, '');
	if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) {
		return Number(plain.replaceAll('.', '').replace(',', '.'));
	}
	if (/^-?\d+([.,]\d+)?$/.test(plain)) return Number(plain.replace(',', '.'));
	return undefined;
}

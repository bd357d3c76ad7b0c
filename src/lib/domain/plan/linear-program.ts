import type { Row } from './choice.ts';

/** What is made as large, or as small, as possible: Σ factor·x. */
export interface Objective {
	sense: 'largest' | 'smallest';
	terms: Row['terms'];
}

/** Readers of the format take no longer lines. */
const TERMS_A_LINE = 12;

/**
 * A model over units that are chosen or not, in CPLEX's LP format.
 *
 * @param unitIds all units, those without a term as well
 */
export function toLpText(
	unitIds: readonly number[],
	{ sense, terms }: Objective,
	rows: readonly Row[]
): string {
	const lines = [
		sense === 'largest' ? 'Maximize' : 'Minimize',
		` value: ${sumText(terms, unitIds)}`
	];
	lines.push('Subject To');
	rows.forEach(({ terms: list, at, limit }, index) => {
		// A row without terms still demands what it demands.
		const sum = list.length > 0 ? sumText(list, unitIds) : `0 x${unitIds[0]}`;
		lines.push(` r${index}: ${sum} ${at === 'least' ? '>=' : '<='} ${limit}`);
	});
	lines.push('Binary');
	for (let from = 0; from < unitIds.length; from += TERMS_A_LINE) {
		lines.push(
			` ${unitIds
				.slice(from, from + TERMS_A_LINE)
				.map((id) => `x${id}`)
				.join(' ')}`
		);
	}
	lines.push('End', '');
	return lines.join('\n');
}

function sumText(terms: Row['terms'], unitIds: readonly number[]): string {
	if (terms.length === 0) return `0 x${unitIds[0]}`;
	return terms
		.map(({ unitId, factor }, index) => {
			const sign = factor < 0 ? '-' : '+';
			const text = `${sign} ${Math.abs(factor)} x${unitId}`;
			return index > 0 && index % TERMS_A_LINE === 0 ? `\n  ${text}` : text;
		})
		.join(' ');
}

import { findNamed, type NamedCommune } from './named-commune.ts';
import type { Proposal } from './draft.ts';

/** What was read of a table of proposals. */
export interface ProposalRows {
	proposals: Proposal[];
	/** Rows of no commune that is known, the first row being 1. */
	refused: { row: number; text: string }[];
}

/**
 * Reads proposals from a table: in each row a commune by code or name, then who sent it up, then why. Running numbers
 * and the name beside a code are passed over, and so is a heading.
 */
export function readProposals(
	rows: readonly (readonly (string | number)[])[],
	communes: readonly NamedCommune[]
): ProposalRows {
	const find = findNamed(communes);
	const found: ProposalRows = { proposals: [], refused: [] };
	rows.forEach((cells, at) => {
		const texts = cells.map((cell) => String(cell).trim()).filter((text) => text !== '');
		if (texts.length === 0) return;
		const code = texts.map(find).find((each) => each !== undefined);
		if (code === undefined) {
			if (at > 0) found.refused.push({ row: at + 1, text: texts.join(' · ') });
			return;
		}
		const words = texts.filter((text) => find(text) === undefined && !/^\d+$/.test(text));
		const [by = '', ...reasons] = words;
		found.proposals.push({ code, by, reason: reasons.join('; ') });
	});
	return found;
}

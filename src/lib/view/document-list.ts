import { legislatureOf, type Legislature } from '#lib/domain/issuing-body.ts';
import { m } from '#lib/paraglide/messages.js';

const NAMES: Record<Legislature, () => string> = {
	'standing-committee': m.issuer_standing_committee,
	assembly: m.issuer_assembly,
	government: m.issuer_government
};

/** Documents by number, each with the body that its number names: "1661/NQ-UBTVQH15 của Ủy ban Thường vụ Quốc hội". */
export function documentList(documents: readonly string[]): string {
	return documents
		.map((document) => {
			const legislature = legislatureOf(document);
			return legislature === undefined
				? document
				: m.document_by({ document, issuer: NAMES[legislature]() });
		})
		.join(', ');
}

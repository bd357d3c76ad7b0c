/** A commune that a table may name. */
export interface NamedCommune {
	code: string;
	/** Without its kind. */
	name: string;
	/** With it: "Xã Pu Nhi". */
	full: string;
}

const CODE_DIGITS = 5;

/**
 * Finds communes by what a table's cell says: a code, or a name with its kind or without. A name that several have means
 * none of them.
 *
 * @returns a function from a cell to the commune's code, undefined where it names none
 */
export function findNamed(
	communes: readonly NamedCommune[]
): (cell: string | number) => string | undefined {
	const codes = new Set(communes.map(({ code }) => code));
	const names = new Map<string, string | undefined>();
	for (const { code, name, full } of communes) {
		for (const each of new Set([sameName(full), sameName(name)])) {
			names.set(each, names.has(each) ? undefined : code);
		}
	}
	return (cell) => {
		const code = codeOf(cell);
		return codes.has(code) ? code : names.get(sameName(String(cell)));
	};
}

/** Names with their accents: many differ in nothing else. */
function sameName(text: string): string {
	return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi');
}

/** A code as it is written; programs drop the zeros in front. */
function codeOf(cell: string | number): string {
	const text = String(cell).trim();
	return /^\d+$/.test(text) ? text.padStart(CODE_DIGITS, '0') : text;
}

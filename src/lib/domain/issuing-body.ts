/** Offices whose holders sign for a body, the longer names first. */
const OFFICES = [
	'Phó Trưởng',
	'Phó trưởng',
	'Phó Giám đốc',
	'Phó Chủ tịch',
	'Phó Chánh Văn phòng',
	'Giám đốc',
	'Chủ tịch',
	'Trưởng',
	'Chánh Văn phòng',
	'Bí thư'
];

/**
 * The body for which somebody signed; what names no office stays as it is.
 *
 * @param signatory such as "Trưởng Ban Chỉ đạo tỉnh"
 * @example issuingBody('Giám đốc Công an tỉnh') // 'Công an tỉnh'
 */
export function issuingBody(signatory: string): string {
	const said = signatory.normalize('NFC').trim();
	const office = OFFICES.find((name) => said.startsWith(`${name} `));
	if (office === undefined) return said;
	const body = said.slice(office.length).trim();
	return body.charAt(0).toLocaleUpperCase('vi') + body.slice(1);
}

/** Bodies that pass resolutions on administrative units. */
export type Legislature = 'standing-committee' | 'assembly' | 'government';

const LEGISLATURES: readonly (readonly [RegExp, Legislature])[] = [
	[/\/NQ-UBTVQH\d*/u, 'standing-committee'],
	[/\/\d{4}\/QH\d*|\/NQ-QH\d*/u, 'assembly'],
	[/\/(NQ|NĐ)-CP/u, 'government']
];

/** The body that a document's number names (NĐ 30/2020/NĐ-CP); undefined for other numbers. */
export function legislatureOf(documentNumber: string): Legislature | undefined {
	return LEGISLATURES.find(([pattern]) => pattern.test(documentNumber))?.[1];
}

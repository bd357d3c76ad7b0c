/**
 * Text for comparing and searching Vietnamese names: without accents, đ as d, lower case, single spaces.
 *
 * @example searchKey('Điện Biên') // 'dien bien'
 */
export function searchKey(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[đĐ]/g, 'd')
		.toLowerCase()
		.replace(/\s+/g, ' ')
		.trim();
}

/** Orders names as a Vietnamese reader expects. */
export const byName = new Intl.Collator('vi', { numeric: true }).compare;

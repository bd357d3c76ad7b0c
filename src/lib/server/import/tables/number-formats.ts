import { isDateFormat, isPercentFormat } from 'numfmt';

/** What a number format makes of a number. */
export type NumberFormat = 'plain' | 'date' | 'percent';

/**
 * What a custom format shows a number as.
 *
 * @example kindOfFormat('[$-42A]dd/mm/yyyy') // 'date'
 * @example kindOfFormat('_-* #,##0\\ _D_M_-') // 'plain': the letters are only as wide as these
 */
export function kindOfFormat(code: string): NumberFormat {
	try {
		if (isPercentFormat(code)) return 'percent';
		return isDateFormat(code) ? 'date' : 'plain';
	} catch {
		// A format that no program understands is shown as the number.
		return 'plain';
	}
}

/** What a format without a text in the file shows (ECMA-376, part 1, 18.8.30), those of East Asia among them. */
export function kindOfBuiltIn(id: number): NumberFormat {
	if (id === 9 || id === 10) return 'percent';
	const isDate =
		(id >= 14 && id <= 22) ||
		(id >= 27 && id <= 36) ||
		(id >= 45 && id <= 58 && id !== 48 && id !== 49);
	return isDate ? 'date' : 'plain';
}

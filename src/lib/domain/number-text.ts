/** How a file writes numbers: `1.234,5` in Vietnamese, `1,234.5` in English. */
export type NumberStyle = 'vi' | 'en';

/** What people write where there is nothing to report. It is not zero. */
const NOTHING = /^(-+|–|—|x|\.{2,}|…|n\/?a|null|không( có)?|chưa( có)?|chưa báo cáo|kbc)$/iu;

/** Whether a cell says that there is nothing to report. */
export function saysNothing(text: string): boolean {
	return text === '' || NOTHING.test(text.normalize('NFC'));
}

const GROUPED = {
	vi: /^\d{1,3}(\.\d{3})+(,\d+)?$/,
	en: /^\d{1,3}(,\d{3})+(\.\d+)?$/
} as const;
const SPACED = /^\d{1,3}( \d{3})+([.,]\d+)?$/;
const PLAIN = /^\d+$/;
const DECIMAL = /^\d+([.,])\d+$/;

/**
 * The style that a text can only be written in; undefined when it says nothing about it (`12`) or could be
 * either (`1.234`).
 *
 * @example findNumberStyle('1.234,5') // 'vi'
 */
export function findNumberStyle(text: string): NumberStyle | undefined {
	const plain = trim(text).replace(/\s*%$/, '');
	const vi = GROUPED.vi.test(plain);
	const en = GROUPED.en.test(plain);
	const decimal = DECIMAL.exec(plain)?.[1];
	const readsVi = vi || decimal === ',';
	const readsEn = en || decimal === '.';
	return readsVi === readsEn ? undefined : readsVi ? 'vi' : 'en';
}

/**
 * Reads a number that is not negative, as people type it: grouped by points, commas or spaces. A number of
 * percent is not one: see `parsePercent`.
 *
 * @param style how the file writes numbers; decides texts that could be read either way
 * @returns undefined for anything else
 * @example parseNumber('1.234,5', 'vi') // 1234.5
 */
export function parseNumber(text: string, style: NumberStyle): number | undefined {
	const plain = trim(text);
	if (PLAIN.test(plain)) return Number(plain);
	if (SPACED.test(plain)) return Number(plain.replaceAll(' ', '').replace(',', '.'));
	const [group, point] = style === 'vi' ? ['.', ','] : [',', '.'];
	if (GROUPED[style].test(plain)) {
		return Number(plain.replaceAll(group, '').replace(point, '.'));
	}
	if (DECIMAL.exec(plain)?.[1] === point) return Number(plain.replace(point, '.'));
	return undefined;
}

/**
 * Reads a percentage with its sign.
 *
 * @returns undefined for a text without the sign, or that is no number
 * @example parsePercent('85,5 %', 'vi') // 85.5
 */
export function parsePercent(text: string, style: NumberStyle): number | undefined {
	const plain = trim(text);
	return plain.endsWith('%') ? parseNumber(plain.slice(0, -1), style) : undefined;
}

/** How far a number may be from a whole one: what formulas leave of rounding is far less. */
const DUST = 1e-9;
const SHOWN_DIGITS = 14;

/** The number that a program shows of one that a formula computed: 2.9999999999999996 is 3. */
export function withoutDust(value: number): number {
	const whole = Math.round(value);
	if (value === whole) return value;
	const isWhole = Math.abs(value - whole) <= DUST * Math.max(1, Math.abs(value));
	return isWhole ? whole : Number(value.toPrecision(SHOWN_DIGITS));
}

function trim(text: string): string {
	return text.replace(/[\u00a0\u2007\u202f]/g, ' ').trim();
}

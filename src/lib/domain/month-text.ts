import { parseMonth, toMonth, type Month } from './period.ts';

/**
 * Reads a month as people write it: `6/2023`, `06-2023`, `062023`, `2023-06`, `tháng 6 2023`.
 *
 * @returns undefined for anything else
 * @example readMonth('6/2023') === toMonth(2023, 6)
 */
export function readMonth(text: string): Month | undefined {
	const plain = text.normalize('NFC').trim().toLowerCase();
	const iso = parseMonth(plain);
	if (iso !== undefined) return iso;
	const found =
		/^(?:tháng |thg )?(\d{1,2})(?:[/. -]| năm )(\d{4})$/.exec(plain) ??
		/^(\d{2})(\d{4})$/.exec(plain);
	if (!found) return undefined;
	const [month, year] = [Number(found[1]), Number(found[2])];
	return month >= 1 && month <= 12 && year >= 1900 ? toMonth(year, month) : undefined;
}

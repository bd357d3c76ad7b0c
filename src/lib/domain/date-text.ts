import { isIsoDate, type IsoDate } from './period.ts';

/** Spreadsheets count days from here (with a leap day in 1900 that never was). */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
/** Serial numbers of 1950 and 2100: others are no dates that anybody means. */
const SERIALS = { first: 18_264, last: 73_415 };

/**
 * Reads a date as Vietnamese documents write it, day first: `05/06/2026`, `5-6-2026`, `05.06.26`,
 * `ngày 5 tháng 6 năm 2026`; also `2026-06-05`.
 *
 * @returns undefined for anything else, and for days that do not exist
 */
export function parseDate(text: string): IsoDate | undefined {
	const plain = text.normalize('NFC').trim().toLowerCase();
	const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]00:00(?::00)?(?:\.0+)?z?)?$/.exec(plain);
	if (iso) return toDate(iso[1]!, iso[2]!, iso[3]!);
	const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(plain);
	if (dayFirst) return toDate(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!);
	const words = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}),? năm (\d{4})$/.exec(plain);
	return words ? toDate(words[3]!, words[2]!, words[1]!) : undefined;
}

/** The date that a spreadsheet's serial number stands for; undefined outside 1950–2100 or with a time. */
export function dateOfSerial(serial: number): IsoDate | undefined {
	if (!Number.isInteger(serial) || serial < SERIALS.first || serial > SERIALS.last)
		return undefined;
	return new Date(SERIAL_EPOCH + serial * DAY_MS).toISOString().slice(0, 10);
}

function toDate(year: string, month: string, day: string): IsoDate | undefined {
	const full = year.length === 2 ? `20${year}` : year;
	const date = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	return isIsoDate(date) ? date : undefined;
}

import { describe, expect, it } from 'vitest';
import { monthOfDate } from '#lib/domain/period.ts';
import { communeHref } from './commune-href.ts';

const month = (text: string) => monthOfDate(`${text}-01`);
const FORMER = { code: '03208', validFrom: '2019-01-01', validTo: '2025-06-30' };
const TODAY = { code: '03208', validFrom: '2025-07-01', validTo: null };

describe("a commune's page", () => {
	it('is that of the month in view while the commune was there', () => {
		expect(communeHref(FORMER, month('2024-05'), 'calendar')).toBe('/commune/03208?t=2024-05');
		expect(communeHref(TODAY, month('2025-07'), 'calendar')).toBe('/commune/03208?t=2025-07');
	});

	it("is that of a former commune's last whole month afterwards, in either calendar", () => {
		expect(communeHref(FORMER, month('2026-01'), 'calendar')).toBe('/commune/03208?t=2025-06');
		expect(communeHref(FORMER, month('2026-01'), 'reporting')).toBe('/commune/03208?t=2025-06');
		expect(communeHref({ ...FORMER, validTo: '2025-06-10' }, month('2026-01'), 'reporting')).toBe(
			'/commune/03208?t=2025-05'
		);
	});

	it('is that of today for one that was not there yet', () => {
		expect(communeHref(TODAY, month('2024-05'), 'calendar')).toBe('/commune/03208');
	});
});

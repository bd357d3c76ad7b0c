import { MIN_GAP } from '#lib/domain/disclosure/small-count.ts';
import { yearOf, type Month, type Scheme } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { monthName } from './month-name.ts';

/** The stamp of a public copy: that nothing hidden can be worked out. */
export function auditStamp(): string {
	return m.public_audited({ gap: String(MIN_GAP) });
}

/** What a public copy of a view says of itself; nothing on another one. */
export function publicNotes(view: {
	forPublic: boolean;
	/** The month that is shown, and the one that was asked for. */
	month: Month;
	askedMonth: Month;
	calendar: Scheme;
}): string[] {
	const { forPublic, month, askedMonth, calendar } = view;
	if (!forPublic) return [];
	const year = String(yearOf(month));
	return [
		m.public_note(),
		auditStamp(),
		m.public_classes_note(),
		...(askedMonth === month
			? []
			: [m.public_year_shown({ asked: monthName(askedMonth, calendar), year })])
	];
}

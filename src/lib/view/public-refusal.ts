import type { CellSubject, PublicPlan } from '#lib/domain/disclosure/plan-message.ts';
import type { History } from '#lib/domain/history.ts';
import { fullName } from '#lib/domain/unit.ts';
import { m } from '#lib/paraglide/messages.js';
import { localName } from './local-name.ts';

/** So many counts are named. */
const NAMED = 3;

/** What counts are called by. */
interface Names {
	history: Pick<History, 'units'>;
	tracks: readonly { code: string; nameVi: string; nameEn: string }[];
	indicators: readonly { code: string; nameVi: string; nameEn: string }[];
}

/** Why nothing may be published, naming the counts that could be inferred; undefined if there are none. */
export function findRefusal(
	{ years }: Pick<PublicPlan, 'years'>,
	names: Names
): string | undefined {
	const cells = years.flatMap(({ indicator, year, unsafe }) =>
		unsafe.map((subject) => cellText(subject, indicator, String(year), names))
	);
	if (cells.length === 0) return undefined;
	const more = cells.length > NAMED ? ' …' : '';
	return m.public_refused({ cells: cells.slice(0, NAMED).join('; ') + more });
}

function cellText(
	subject: CellSubject,
	code: string,
	year: string,
	{ history, tracks, indicators }: Names
): string {
	const nameIn = (list: Names['tracks'], wanted: string) => {
		const known = list.find((each) => each.code === wanted);
		return known ? localName(known) : wanted;
	};
	const indicator = nameIn(indicators, code);
	switch (subject.of) {
		case 'unit': {
			const unit = history.units.get(subject.unitId);
			const commune = unit ? fullName(unit) : String(subject.unitId);
			return m.public_cell_unit({ commune, indicator, year });
		}
		case 'programme':
			return m.public_cell_programme({ track: nameIn(tracks, subject.track), indicator, year });
		default:
			return m.public_cell_frame({ indicator, year });
	}
}

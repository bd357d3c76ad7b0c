import { POPULATION, type Indicator } from '#lib/domain/indicator.ts';
import type { IsoDate, Period } from '#lib/domain/period.ts';
import { namedUnit } from '../../named-unit.ts';
import { ProblemList } from '../../problem-list.ts';
import type { TableRecord } from '../../tables/read-records.ts';
import type { KnownUnit, UnitLookup } from '../../unit-lookup.ts';
import type { CutUnit } from './figure.ts';

const MAX_CUT_DAYS = 100;
const DAY_MS = 86_400_000;

/** Whether figures of former units add up to that of the unit that they became. */
export function addsUp({ aggregation, code }: Pick<Indicator, 'aggregation' | 'code'>): boolean {
	return aggregation === 'sum' || code === POPULATION;
}

/**
 * Months and quarters in the middle of which boundaries changed: their rows may name units of the first day or of
 * the last one. A year's figure is the unit's that stands at its end, whose land it counts.
 */
export class CutPeriods {
	readonly #byId: ReadonlyMap<number, KnownUnit>;
	/** First days of units, each once. */
	readonly #starts: readonly IsoDate[];
	readonly #known = new WeakMap<Period, boolean>();
	/** What rows of a name and code can mean: they come again and again. */
	readonly #pairs = new Map<string, Pick<CutUnit, 'before' | 'after'>>();

	constructor(readonly units: UnitLookup) {
		this.#byId = new Map(units.units.map((unit) => [unit.id, unit]));
		this.#starts = [...new Set(units.units.map(({ validFrom }) => validFrom))];
	}

	isCut(period: Period): boolean {
		let cut = this.#known.get(period);
		if (cut === undefined) {
			const { start, end } = period;
			const days = (Date.parse(end) - Date.parse(start)) / DAY_MS;
			cut = days < MAX_CUT_DAYS && this.#starts.some((day) => start < day && day <= end);
			this.#known.set(period, cut);
		}
		return cut;
	}

	/** The units that a row can mean on the first and the last day of a period; one that it names better alone. */
	unitsOf(record: TableRecord, { start, end }: Period, problems: ProblemList): CutUnit {
		const { code, name, district = '' } = namedUnit(record, end);
		const key = [code, name, district, start, end].join('|');
		let pair = this.#pairs.get(key);
		if (!pair) {
			const [before, after] = [this.#tryOn(record, start), this.#tryOn(record, end)];
			const better = before.unit && after.unit && before.doubts !== after.doubts;
			pair = {
				before: better && before.doubts > after.doubts ? undefined : before.unit,
				after: better && after.doubts > before.doubts ? undefined : after.unit
			};
			this.#pairs.set(key, pair);
			const [kept] = pair.after ? [after] : [before];
			if (kept.unit) problems.take(kept.problems);
		}
		return { ...pair, refuse: () => void this.units.resolve(namedUnit(record, end), problems) };
	}

	/** Who a row names on a day. What is wrong is noted only where it names nobody on either. */
	#tryOn(record: TableRecord, date: IsoDate) {
		const problems = new ProblemList('');
		const id = this.units.resolve(namedUnit(record, date), problems);
		const unit = id === undefined ? undefined : this.#byId.get(id);
		return { unit, problems, doubts: problems.counts.warnings };
	}
}

import type { CellSubject, PublicPlan } from './plan-message.ts';
import { totalKey } from './public-plan.ts';

/** Whose total a file asks for. */
export type TotalSubject = Exclude<CellSubject, { of: 'unit' }>;

/** What a public copy shows; whatever the plan does not name is hidden. */
export class PublicCopy {
	readonly #units: ReadonlyMap<string, ReadonlySet<number>>;
	readonly #totals: ReadonlyMap<string, ReadonlySet<string>>;

	constructor({ years }: Pick<PublicPlan, 'years'>) {
		const keyed = years.map((each) => ({ ...each, key: keyOf(each.indicator, each.year) }));
		this.#units = new Map(keyed.map(({ key, unitIds }) => [key, new Set(unitIds)]));
		this.#totals = new Map(keyed.map(({ key, totals }) => [key, new Set(totals)]));
	}

	/** Whether a commune's count of a year is shown; a commune by the id of its latest identity. */
	showsUnit(indicator: string | undefined, year: number, unitId: number): boolean {
		return this.#units.get(keyOf(indicator, year))?.has(unitId) ?? false;
	}

	/** Whether a total of a year is shown. */
	showsTotal(indicator: string | undefined, year: number, subject: TotalSubject): boolean {
		return this.#totals.get(keyOf(indicator, year))?.has(totalKey(subject)) ?? false;
	}
}

function keyOf(indicator: string | undefined, year: number): string {
	return `${indicator} ${year}`;
}

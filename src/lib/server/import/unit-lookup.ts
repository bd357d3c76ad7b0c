import { sql } from 'drizzle-orm';
import { searchKey } from '#lib/domain/name.ts';
import type { IsoDate } from '#lib/domain/period.ts';
import { isValidOn } from '#lib/domain/unit.ts';
import { rowsOf, type Queryable } from '../db/database.ts';
import type { ProblemList } from './problem-list.ts';

interface KnownUnit {
	id: number;
	code: string;
	name: string;
	validFrom: IsoDate;
	validTo: IsoDate | null;
}

/** Finds units by code and date: codes are used again after mergers. */
export class UnitLookup {
	readonly #byCode: Map<string, KnownUnit[]>;

	private constructor(units: KnownUnit[]) {
		this.#byCode = groupByCode(units);
	}

	static async load(tx: Queryable): Promise<UnitLookup> {
		return new UnitLookup(
			await rowsOf<KnownUnit>(
				tx,
				sql`select id, code, name, valid_from::text as "validFrom", valid_to::text as "validTo"
					from unit order by valid_from`
			)
		);
	}

	/** The unit that bears the code on the date. */
	find(code: string, date: IsoDate): KnownUnit | undefined {
		return this.#byCode.get(code)?.find((unit) => isValidOn(unit, date));
	}

	/** The first unit that ever bore the code. */
	findFirst(code: string): KnownUnit | undefined {
		return this.#byCode.get(code)?.[0];
	}

	/**
	 * The id of the unit that a row names, with its problem noted when there is none or its name is
	 * another one's (which is how a reused code is noticed).
	 */
	resolve(
		at: { code: string; name: string; date: IsoDate; row: number; column: string },
		problems: ProblemList,
		fallback?: KnownUnit
	): number | undefined {
		const unit = this.find(at.code, at.date) ?? fallback;
		if (!unit) {
			problems.error('unit-unknown', {
				row: at.row,
				column: at.column,
				value: at.code,
				detail: { date: at.date }
			});
			return undefined;
		}
		if (at.name !== '' && searchKey(at.name) !== searchKey(unit.name)) {
			problems.error('unit-name-differs', {
				row: at.row,
				column: at.column,
				value: `${at.code} ${at.name}`,
				detail: { date: at.date, known: unit.name }
			});
			return undefined;
		}
		return unit.id;
	}
}

function groupByCode(units: KnownUnit[]): Map<string, KnownUnit[]> {
	const groups = new Map<string, KnownUnit[]>();
	for (const unit of units) groups.set(unit.code, [...(groups.get(unit.code) ?? []), unit]);
	return groups;
}

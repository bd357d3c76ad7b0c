import { sql } from 'drizzle-orm';
import { NameIndex, narrow } from '#lib/domain/name-index.ts';
import type { IsoDate } from '#lib/domain/period.ts';
import {
	buildLineage,
	findContinuation,
	listAncestors,
	type Lineage,
	type Succession
} from '#lib/domain/succession.ts';
import { fullName, isValidOn, type Unit } from '#lib/domain/unit.ts';
import { isSameDistrict } from '#lib/domain/unit-name.ts';
import { rowsOf, type Queryable } from '../db/database.ts';
import type { ProblemList } from './problem-list.ts';
import type { RecordPlace } from './tables/read-records.ts';

export type KnownUnit = Omit<Unit, 'areaKm2' | 'label'>;

/** A unit as a row names it. */
export interface NamedUnit {
	/** Empty where the row has only a name. */
	code: string;
	/** With or without its kind, accents or not; empty where the row has only a code. */
	name: string;
	district?: string;
	/** The day on which it is meant. */
	date: IsoDate;
	at: RecordPlace;
}

const MAX_SUGGESTED = 3;

/** Finds units by code or name on a date: codes are used again after mergers. */
export class UnitLookup {
	readonly #byId: ReadonlyMap<number, KnownUnit>;
	readonly #byCode: Map<string, KnownUnit[]>;
	readonly #communes: NameIndex<KnownUnit>;
	readonly #all: NameIndex<KnownUnit>;
	readonly #lineage: Lineage;
	/** Rows of a long table name the same unit again and again. */
	readonly #resolved = new Map<string, number>();

	private constructor(
		readonly units: readonly KnownUnit[],
		successions: readonly Succession[]
	) {
		this.#byId = new Map(units.map((unit) => [unit.id, unit]));
		this.#byCode = groupBy(units, (unit) => unit.code);
		// Districts were often called as one of their communes; rows that name no code mean communes.
		this.#communes = new NameIndex(units.filter((unit) => unit.level === 'commune'));
		this.#all = new NameIndex(units);
		this.#lineage = buildLineage(units, successions);
	}

	static async load(tx: Queryable): Promise<UnitLookup> {
		return new UnitLookup(
			await rowsOf<KnownUnit>(
				tx,
				sql`select id, code, name, kind, level, parent_name as "parentName",
						valid_from::text as "validFrom", valid_to::text as "validTo"
					from unit order by valid_from`
			),
			await rowsOf<Succession>(
				tx,
				sql`select from_unit_id as "fromUnitId", to_unit_id as "toUnitId", kind,
						population_weight as "populationWeight", effective::text as effective, document
					from succession order by id`
			)
		);
	}

	/** The unit that bears the code on the date. */
	find(code: string, date: IsoDate): KnownUnit | undefined {
		return this.#byCode.get(code)?.find((unit) => isValidOn(unit, date));
	}

	/** Whether a unit was not made on its first day, but goes on from another period of itself. */
	continuesAnother(unitId: number): boolean {
		return findContinuation(this.#lineage, unitId) !== undefined;
	}

	/** The units that held a unit's land on a date, itself or those it came from, with their shares. */
	heldBy(unitId: number, date: IsoDate): { unitId: number; weight: number }[] {
		return listAncestors(this.#lineage, unitId).filter(({ unitId: id }) => {
			const unit = this.#byId.get(id);
			return unit !== undefined && isValidOn(unit, date);
		});
	}

	/** The first of the units that a unit plainly continues: they share one record. */
	originOf(unitId: number): number {
		const former = findContinuation(this.#lineage, unitId);
		return former === undefined ? unitId : this.originOf(former);
	}

	/** The first unit that ever bore the code. */
	findFirst(code: string): KnownUnit | undefined {
		return this.#byCode.get(code)?.[0];
	}

	/** The communes that a written name means on a date, in a district where one is named. */
	findByName(name: string, date: IsoDate, district = ''): KnownUnit[] {
		const inDistrict = (unit: KnownUnit) =>
			district === '' || isSameDistrict(unit.parentName ?? '', district);
		const found = this.#communes.find(name, (unit) => isValidOn(unit, date) && inDistrict(unit));
		return found.length > 0
			? found
			: narrow(
					this.#communes.find(name, (unit) => isValidOn(unit, date)),
					inDistrict
				);
	}

	/** Communes of a date whose names are nearly this one. */
	suggest(name: string, date: IsoDate): KnownUnit[] {
		return this.#communes.suggest(name, (unit) => isValidOn(unit, date), MAX_SUGGESTED);
	}

	/**
	 * The id of the unit that a row names, with its problem noted when there is none, its name is another
	 * one's (which is how a reused code is noticed), or several have the name. A name that is merely spelled
	 * otherwise than the code's own is a warning.
	 */
	resolve(named: NamedUnit, problems: ProblemList, fallback?: KnownUnit): number | undefined {
		const key = `${named.code}|${named.name}|${named.district}|${named.date}`;
		const known = this.#resolved.get(key);
		if (known !== undefined) return known;
		const unit =
			named.code === ''
				? this.#resolveName(named, problems)
				: this.#resolveCode(named, problems, fallback);
		if (unit) this.#resolved.set(key, unit.id);
		return unit?.id;
	}

	#resolveCode(
		{ code, name, date, at }: NamedUnit,
		problems: ProblemList,
		fallback: KnownUnit | undefined
	): KnownUnit | undefined {
		const unit = this.find(code, date) ?? fallback;
		if (!unit) {
			const others = this.#byCode.get(code);
			if (others) return this.#notThen(code, others, date, at, problems);
			problems.error('unit-unknown', {
				...at,
				value: code,
				detail: { date, near: name === '' ? '' : labels(this.suggest(name, date)) }
			});
			return undefined;
		}
		if (name === '') return unit;
		const verdict = this.#all.judge(
			name,
			unit,
			(other) => other.level === unit.level && isValidOn(other, date)
		);
		const value = `${code} ${name}`;
		if (verdict.is === 'another' || verdict.is === 'unlike') {
			problems.error('unit-name-differs', {
				...at,
				value,
				detail: {
					date,
					known: unit.name,
					found: verdict.is === 'another' ? labels([verdict.other]) : ''
				}
			});
			return undefined;
		}
		if (verdict.is !== 'same') {
			problems.warn('name-spelled-otherwise', { ...at, value, detail: { known: unit.name } });
		}
		return unit;
	}

	#resolveName(named: NamedUnit, problems: ProblemList): KnownUnit | undefined {
		const { name, date, at } = named;
		const found = this.findByName(name, date, named.district);
		if (found.length === 1) return found[0];
		if (found.length > 1) {
			problems.error('name-ambiguous', { ...at, value: name, detail: { found: labels(found) } });
			return undefined;
		}
		const others = this.#communes.find(name);
		if (others.length > 0) return this.#notThen(name, others, date, at, problems);
		problems.error('unit-unknown', {
			...at,
			value: name,
			detail: { date, near: labels(this.suggest(name, date)) }
		});
		return undefined;
	}

	/** The commune exists, but not on that day: says which one holds its land then. */
	#notThen(
		value: string,
		others: readonly KnownUnit[],
		date: IsoDate,
		at: RecordPlace,
		problems: ProblemList
	): undefined {
		const holders = new Set(others.flatMap((unit) => this.#holdersOn(unit, date)));
		const [first] = others;
		problems.error('unit-not-then', {
			...at,
			value,
			unit: `${first!.code} ${fullName(first!)}`,
			detail: {
				date,
				from: first!.validFrom,
				to: others.at(-1)!.validTo ?? '…',
				found: labels([...holders])
			}
		});
		return undefined;
	}

	/** Who has a unit's land on a date: those it went over into, or those it came from. */
	#holdersOn(unit: KnownUnit, date: IsoDate): KnownUnit[] {
		const later = date > unit.validFrom;
		return this.units.filter(
			(other) =>
				isValidOn(other, date) &&
				(later ? this.#cameFrom(other.id, unit.id) : this.#cameFrom(unit.id, other.id))
		);
	}

	#cameFrom(unitId: number, ancestorId: number): boolean {
		return (this.#lineage.get(unitId) ?? []).some(
			({ unitId: former }) => former === ancestorId || this.#cameFrom(former, ancestorId)
		);
	}
}

function labels(units: readonly KnownUnit[]): string {
	return units
		.map((unit) => `${unit.code} ${unit.name}${unit.parentName ? ` (${unit.parentName})` : ''}`)
		.join(', ');
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}

import { asc } from 'drizzle-orm';
import { AGGREGATIONS, DIRECTIONS, PERIODICITIES, type Indicator } from '#lib/domain/indicator.ts';
import type { Queryable } from '../../db/database.ts';
import { indicator, indicatorHeading, indicatorLimit, track } from '../../db/schema.ts';
import { withoutNumbering } from './columns.ts';
import { wordKey } from './words.ts';

/** A rule between two indicators of one unit and period: a part is no larger than its whole. */
export interface IndicatorLimit {
	part: string;
	whole: string;
}

/** An indicator that a heading names; the higher the certainty, the closer to how the catalogue calls it. */
export interface FoundIndicator {
	indicator: Indicator;
	certainty: number;
}

const BY_CODE = 3;
const BY_NAME = 2;
const BY_HEADING = 1;

/** Words around an indicator's name that say nothing about which one it is: "Tổng số vụ … xảy ra trong kỳ". */
const BEFORE = /^(?:tong )?(?:so )?(?:luong |vu an |vu viec |vu |cac )?/;
const AFTER =
	/ (?:xay ra|phat hien|duoc phat hien|da|trong (?:ky|thang|quy|nam)|(?:ky|thang|quy|nam) (?:nay|truoc|bao cao)|cung ky.*|so vu|vu|nguoi)$/;

/** What tables may name: indicators and tracks, by code, by name, or by a heading of the province's forms. */
export class Catalogue {
	readonly #indicators: Map<string, FoundIndicator>;
	readonly #tracks: Map<string, string>;

	private constructor(
		readonly indicators: readonly Indicator[],
		headings: readonly { indicatorCode: string; heading: string }[],
		readonly tracks: readonly { code: string; nameVi: string; nameEn: string }[],
		readonly limits: readonly IndicatorLimit[]
	) {
		const byCode = new Map(indicators.map((each) => [each.code, each]));
		const words = [
			...headings.flatMap(({ indicatorCode, heading }) => {
				const indicator = byCode.get(indicatorCode);
				return indicator ? [{ word: heading, indicator, certainty: BY_HEADING }] : [];
			}),
			...indicators.flatMap((indicator) => [
				{ word: indicator.nameVi, indicator, certainty: BY_NAME },
				{ word: indicator.nameEn, indicator, certainty: BY_NAME },
				{ word: indicator.code, indicator, certainty: BY_CODE }
			])
		];
		// Of two that share a word, the one nearer to the catalogue comes last and stays.
		this.#indicators = new Map(
			words.map(({ word, indicator, certainty }) => [wordKey(word), { indicator, certainty }])
		);
		this.#tracks = new Map(
			tracks.flatMap(({ code, nameVi, nameEn }) =>
				[code, nameVi, nameEn].map((word) => [wordKey(word), code] as const)
			)
		);
	}

	static async load(db: Queryable): Promise<Catalogue> {
		const rows = await db
			.select()
			.from(indicator)
			.orderBy(asc(indicator.position), asc(indicator.code));
		return new Catalogue(
			rows.map(toIndicator),
			await db.select().from(indicatorHeading),
			await db
				.select({ code: track.code, nameVi: track.nameVi, nameEn: track.nameEn })
				.from(track)
				.orderBy(asc(track.position), asc(track.code)),
			await db
				.select({ part: indicatorLimit.partCode, whole: indicatorLimit.wholeCode })
				.from(indicatorLimit)
				.orderBy(asc(indicatorLimit.partCode), asc(indicatorLimit.wholeCode))
		);
	}

	/** An indicator by code, by name, by both ("C01 – Phạm pháp hình sự"), or by a heading. */
	findIndicator(text: string): Indicator | undefined {
		return this.recognise(text)?.indicator;
	}

	/** The same, with how certain it is. */
	recognise(text: string): FoundIndicator | undefined {
		const heading = withoutNumbering(text);
		const bare = heading.replace(/\([^)]*\)/g, ' ');
		const key = wordKey(bare.trim() === '' ? heading.replace(/[()]/g, ' ') : bare);
		const known = this.#indicators.get(key);
		if (known) return known;
		// "C01 – Phạm pháp hình sự": the code is the first word.
		const first = this.#indicators.get(key.split(' ')[0] ?? '');
		return first?.certainty === BY_CODE ? first : this.#withoutFiller(key);
	}

	#withoutFiller(key: string): FoundIndicator | undefined {
		let inner = key;
		for (let before = ''; before !== inner;) {
			before = inner;
			inner = inner.replace(AFTER, '');
			const found = this.#indicators.get(inner) ?? this.#indicators.get(inner.replace(BEFORE, ''));
			if (found) return found;
		}
		return undefined;
	}

	/** The code of a track named by code or name. */
	findTrack(text: string): string | undefined {
		return this.#tracks.get(wordKey(text));
	}
}

function toIndicator(row: typeof indicator.$inferSelect): Indicator {
	return {
		code: row.code,
		nameVi: row.nameVi,
		nameEn: row.nameEn,
		unitVi: row.unitVi,
		unitEn: row.unitEn,
		aggregation: oneOf(AGGREGATIONS, row.aggregation),
		periodicity: oneOf(PERIODICITIES, row.periodicity),
		better: oneOf(DIRECTIONS, row.better)
	};
}

/** The database's own checks hold these words; another one means a schema that this program does not know. */
function oneOf<T extends string>(words: readonly T[], word: string): T {
	const known = words.find((each) => each === word);
	if (known === undefined) throw new Error(`The catalogue holds an unknown word: ${word}`);
	return known;
}

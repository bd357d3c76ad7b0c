import { sql } from 'drizzle-orm';
import type { Indicator } from '#lib/domain/indicator.ts';
import { rowsOf, type Queryable } from '../../db/database.ts';
import { wordKey } from './words.ts';

/** A rule between two indicators of one unit and period: a part is no larger than its whole. */
export interface IndicatorLimit {
	part: string;
	whole: string;
}

/** What tables may name: indicators and tracks, by code or by name. */
export class Catalogue {
	readonly #indicators: Map<string, Indicator>;
	readonly #tracks: Map<string, string>;

	private constructor(
		readonly indicators: readonly Indicator[],
		readonly tracks: readonly { code: string; nameVi: string; nameEn: string }[],
		readonly limits: readonly IndicatorLimit[]
	) {
		this.#indicators = new Map(
			indicators.flatMap((each) =>
				[each.code, each.nameVi, each.nameEn].map((word) => [wordKey(word), each] as const)
			)
		);
		this.#tracks = new Map(
			tracks.flatMap(({ code, nameVi, nameEn }) =>
				[code, nameVi, nameEn].map((word) => [wordKey(word), code] as const)
			)
		);
	}

	static async load(db: Queryable): Promise<Catalogue> {
		return new Catalogue(
			await rowsOf<Indicator>(
				db,
				sql`select code, name_vi as "nameVi", name_en as "nameEn", unit_vi as "unitVi", unit_en as "unitEn",
						aggregation, periodicity, better from indicator order by position`
			),
			await rowsOf(
				db,
				sql`select code, name_vi as "nameVi", name_en as "nameEn" from track order by code`
			),
			await rowsOf<IndicatorLimit>(
				db,
				sql`select part_code as part, whole_code as whole from indicator_limit order by 1, 2`
			)
		);
	}

	/** An indicator by code, by name, or by both: "C01 – Phạm pháp hình sự". */
	findIndicator(text: string): Indicator | undefined {
		const key = wordKey(text.replace(/\([^)]*\)/g, ' '));
		const known = this.#indicators.get(key);
		if (known) return known;
		const code = /^([a-z]\d\d)\b/.exec(key)?.[1];
		return code === undefined ? undefined : this.#indicators.get(code);
	}

	/** The code of a track named by code or name. */
	findTrack(text: string): string | undefined {
		return this.#tracks.get(wordKey(text));
	}
}

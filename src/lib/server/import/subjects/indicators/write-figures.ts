import { sql } from 'drizzle-orm';
import { periodLabel } from '#lib/domain/period-text.ts';
import {
	boolField,
	copyRows,
	dateField,
	float8Field,
	int4Field,
	textField
} from '../../../db/copy.ts';
import { rowOf, rowsOf } from '../../../db/database.ts';
import type { FileRun } from '../../file-run.ts';
import type { Figure } from './figure.ts';

/**
 * Writes figures straight to where they belong: for files of which nothing is recorded yet, so that there is
 * nothing to compare them with.
 */
export async function addFigures(
	run: FileRun,
	figures: readonly Figure[],
	confirmed: ReadonlySet<Figure>
): Promise<number> {
	const source = int4Field(run.sourceId);
	const [yes, no] = [boolField(true), boolField(false)];
	function* rows() {
		for (const figure of figures) {
			const { unitId, indicator, period, value, origin = 'reported' } = figure;
			yield [
				int4Field(unitId),
				textField(indicator),
				dateField(period.start),
				dateField(period.end),
				textField(period.scheme),
				float8Field(value),
				confirmed.has(figure) ? yes : no,
				textField(origin),
				source
			];
		}
	}
	return copyRows(
		run.tx,
		`observation (unit_id, indicator_code, period_start, period_end, scheme, value, confirmed, origin,
			source_id)`,
		rows()
	);
}

/** Puts figures into the temporary table `staged_figure`, where they are compared with what is recorded. */
export async function stageFigures(run: FileRun, figures: readonly Figure[]): Promise<void> {
	await run.tx.execute(sql`drop table if exists staged_figure`);
	await run.tx.execute(sql`
		create temp table staged_figure (n int4, unit_id int4, indicator text, period_start date,
			period_end date, scheme text, value float8, origin text, confirmed boolean not null default false)
		on commit drop`);
	await copyRows(
		run.tx,
		'staged_figure (n, unit_id, indicator, period_start, period_end, scheme, value, origin)',
		rowsFor(figures)
	);
	await run.tx.execute(
		sql`create index on staged_figure (unit_id, indicator, scheme, period_start, period_end)`
	);
	await run.tx.execute(sql`analyze staged_figure`);
}

function* rowsFor(figures: readonly Figure[]) {
	for (let n = 0; n < figures.length; n++) {
		const { unitId, indicator, period, value, origin = 'reported' } = figures[n]!;
		yield [
			int4Field(n),
			int4Field(unitId),
			textField(indicator),
			dateField(period.start),
			dateField(period.end),
			textField(period.scheme),
			float8Field(value),
			textField(origin)
		];
	}
}

/** A figure of the file where another value is recorded already. */
export interface Recorded {
	n: number;
	value: number;
	source: number;
}

/** Figures that are recorded with another value; those that are recorded alike are taken out of the table. */
export async function findRecorded(
	run: FileRun
): Promise<{ changed: Recorded[]; unchanged: number }> {
	const same = await rowsOf(
		run.tx,
		sql`delete from staged_figure s using observation o
			where o.unit_id = s.unit_id and o.indicator_code = s.indicator and o.scheme = s.scheme
				and o.period_start = s.period_start and o.period_end = s.period_end and o.value = s.value
			returning s.n`
	);
	const changed = await rowsOf<Recorded>(
		run.tx,
		sql`select s.n::int as n, o.value, o.source_id as source from staged_figure s join observation o
				on o.unit_id = s.unit_id and o.indicator_code = s.indicator and o.scheme = s.scheme
				and o.period_start = s.period_start and o.period_end = s.period_end
			order by s.n`
	);
	return { changed, unchanged: same.length };
}

/** Notes figures of closed periods: they change only by a correction with a reason. */
export async function refuseClosed(run: FileRun, figures: readonly Figure[]): Promise<void> {
	const rows = await rowsOf<{ n: number; by: string; at: string }>(
		run.tx,
		sql`select s.n::int as n, c.closed_by as by, to_char(c.closed_at, 'DD/MM/YYYY') as at
			from staged_figure s join closed_period c
				on c.scheme = s.scheme and s.period_start >= c.period_start and s.period_end <= c.period_end
			order by s.n`
	);
	for (const { n, by, at } of rows) {
		const figure = figures[n]!;
		run.problems.error('period-closed', {
			...figure.at(),
			value: periodLabel(figure.period),
			unit: figure.unit,
			detail: { known: by, date: at }
		});
	}
}

/**
 * Writes the staged figures. A value that was there is kept as a former one.
 *
 * @returns how many were new and how many replaced another
 */
export async function writeFigures(
	run: FileRun,
	confirmed: readonly number[]
): Promise<{ added: number; corrected: number }> {
	if (confirmed.length > 0) {
		await run.tx.execute(
			sql`update staged_figure set confirmed = true
				where n in (select unnest(${sql.param(confirmed)}::int[]))`
		);
	}
	const { corrected } = await rowOf<{ corrected: number }>(
		run.tx,
		sql`
		with replaced as (
			insert into observation_former (unit_id, indicator_code, period_start, period_end, scheme, value,
				confirmed, origin, source_id, replaced_by)
			select o.unit_id, o.indicator_code, o.period_start, o.period_end, o.scheme, o.value, o.confirmed,
				o.origin, o.source_id, ${run.sourceId}::int
			from observation o join staged_figure s
				on o.unit_id = s.unit_id and o.indicator_code = s.indicator and o.scheme = s.scheme
				and o.period_start = s.period_start and o.period_end = s.period_end
			returning 1
		)
		select count(*)::int as corrected from replaced`
	);
	if (corrected > 0) {
		await run.tx.execute(sql`
			update observation o set value = s.value, confirmed = s.confirmed, origin = s.origin, source_id = ${run.sourceId}::int
			from staged_figure s
			where o.unit_id = s.unit_id and o.indicator_code = s.indicator and o.scheme = s.scheme
				and o.period_start = s.period_start and o.period_end = s.period_end`);
	}
	const { added } = await rowOf<{ added: number }>(
		run.tx,
		sql`
		with new as (
			insert into observation (unit_id, indicator_code, period_start, period_end, scheme, value, confirmed,
				origin, source_id)
			select unit_id, indicator, period_start, period_end, scheme, value, confirmed, origin, ${run.sourceId}::int
			from staged_figure s
			${
				corrected > 0
					? sql`where not exists (select from observation o where o.source_id = ${run.sourceId}::int
				and o.unit_id = s.unit_id and o.indicator_code = s.indicator and o.scheme = s.scheme
				and o.period_start = s.period_start and o.period_end = s.period_end)`
					: sql``
			}
			returning 1
		)
		select count(*)::int as added from new`
	);
	return { added, corrected };
}

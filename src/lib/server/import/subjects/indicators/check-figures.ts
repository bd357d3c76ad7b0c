import { sql } from 'drizzle-orm';
import { isJump } from '#lib/domain/evidence/jump.ts';
import { periodLabel } from '#lib/domain/period-text.ts';
import { monthOfDate, type Month } from '#lib/domain/period.ts';
import { rowOf, rowsOf } from '../../../db/database.ts';
import type { FileRun } from '../../file-run.ts';
import type { Catalogue } from '../../tables/catalogue.ts';
import { figureKey, type Figure } from './figure.ts';
import { isMonth } from './note-calendars.ts';

/** Notes figures that stand twice in the file. */
export function checkWithin(run: FileRun, figures: readonly Figure[]): void {
	const seen = new Map<string, Figure>();
	for (const figure of figures) {
		const key = figureKey(figure);
		const first = seen.get(key);
		if (first) {
			run.problems.error('duplicate-row', {
				...figure.at(),
				value: String(figure.value),
				detail: { first: first.at().row }
			});
		} else seen.set(key, figure);
	}
}

/** Notes parts that are larger than their whole, in the file or together with what is recorded. */
export async function checkParts(run: FileRun, figures: readonly Figure[]): Promise<void> {
	const rows = await rowsOf<{ n: number; part: string; whole: string; sum: number; value: number }>(
		run.tx,
		sql`
		with limited as (
			select s.n, l.part_code as part, l.whole_code as whole,
				case when s.indicator = l.part_code then s.value else coalesce(sp.value, op.value) end as value,
				case when s.indicator = l.whole_code then s.value else coalesce(sw.value, ow.value) end as sum,
				s.indicator = l.whole_code and sp.n is not null as told_by_part
			from staged_figure s
			join indicator_limit l on s.indicator in (l.part_code, l.whole_code)
			left join staged_figure sp on s.indicator = l.whole_code and sp.unit_id = s.unit_id
				and sp.indicator = l.part_code and sp.scheme = s.scheme
				and sp.period_start = s.period_start and sp.period_end = s.period_end
			left join observation op on s.indicator = l.whole_code and op.unit_id = s.unit_id
				and op.indicator_code = l.part_code and op.scheme = s.scheme
				and op.period_start = s.period_start and op.period_end = s.period_end
			left join staged_figure sw on s.indicator = l.part_code and sw.unit_id = s.unit_id
				and sw.indicator = l.whole_code and sw.scheme = s.scheme
				and sw.period_start = s.period_start and sw.period_end = s.period_end
			left join observation ow on s.indicator = l.part_code and ow.unit_id = s.unit_id
				and ow.indicator_code = l.whole_code and ow.scheme = s.scheme
				and ow.period_start = s.period_start and ow.period_end = s.period_end
		)
		select n::int, part, whole, sum, value from limited
		where value > sum and not told_by_part order by n`
	);
	for (const { n, part, whole, sum, value } of rows) {
		const figure = figures[n]!;
		run.problems.error('part-over-whole', {
			...figure.at(),
			value: String(value),
			unit: figure.unit,
			detail: { part, whole, known: sum, date: periodLabel(figure.period) }
		});
	}
}

/** The unit of indicators that count events, to which the laws of chance apply. */
const EVENTS = 'vụ';
/** Months before that a month is judged by. */
const MONTHS_BEFORE = 12;

/**
 * Finds monthly counts that differ from the months before by more than chance explains, by what is recorded
 * and what the file itself brings.
 */
export async function findJumps(
	run: FileRun,
	figures: readonly Figure[],
	extent: FigureExtent,
	catalogue: Catalogue
): Promise<Figure[]> {
	const counted = new Set(
		catalogue.indicators
			.filter((each) => each.aggregation === 'sum' && each.unitVi === EVENTS)
			.map((each) => each.code)
	);
	const monthly = figures.filter(
		(figure) => counted.has(figure.indicator) && isMonth(figure.period)
	);
	if (monthly.length === 0) return [];
	const series = await loadSeries(run, extent);
	for (const figure of monthly) {
		const key = seriesKey(figure);
		const own = series.get(key) ?? new Map<Month, number>();
		own.set(monthOfDate(figure.period.end), figure.value);
		series.set(key, own);
	}
	return monthly.filter((figure) => {
		const month = monthOfDate(figure.period.end);
		const own = series.get(seriesKey(figure))!;
		const before: number[] = [];
		for (let back = 1; back <= MONTHS_BEFORE; back++) {
			const value = own.get(month - back);
			if (value !== undefined) before.push(value);
		}
		return isJump(before, figure.value);
	});
}

function seriesKey({ unitId, indicator, period }: Figure): string {
	return `${unitId} ${indicator} ${period.scheme}`;
}

/** What is recorded of the indicators of the file, by month, as far as its months are judged by it. */
async function loadSeries(
	run: FileRun,
	{ indicators, first, last }: FigureExtent
): Promise<Map<string, Map<Month, number>>> {
	const rows = await rowsOf<{ key: string; series: string }>(
		run.tx,
		sql`select unit_id || ' ' || indicator_code || ' ' || scheme as key,
				string_agg((extract(year from period_end) * 12 + extract(month from period_end) - 1)::int
					|| ' ' || value, ',') as series
			from observation
			where indicator_code in (select unnest(${sql.param(indicators)}::text[]))
				and period_end - period_start < 40
				and period_end between ${first}::date - 400 and ${last}::date
			group by unit_id, indicator_code, scheme`
	);
	return new Map(
		rows.map(({ key, series }) => [
			key,
			new Map(
				series.split(',').map((point): [Month, number] => {
					const [month, value] = point.split(' ');
					return [Number(month), Number(value)];
				})
			)
		])
	);
}

/** Of which indicators a file's figures are, and from when to when. */
export interface FigureExtent {
	indicators: string[];
	schemes: string[];
	first: string;
	last: string;
}

/** @param figures at least one */
export function extentOf(figures: readonly Figure[]): FigureExtent {
	const indicators = new Set<string>();
	const schemes = new Set<string>();
	let { start: first, end: last } = figures[0]!.period;
	for (const { indicator, period } of figures) {
		indicators.add(indicator);
		schemes.add(period.scheme);
		if (period.start < first) first = period.start;
		if (period.end > last) last = period.end;
	}
	return { indicators: [...indicators], schemes: [...schemes], first, last };
}

/**
 * Whether nothing that is recorded can contradict the figures of a file: no figure of its indicators in its
 * time and calendar, none of their parts and wholes, no closed period. A month's first report is
 * such a file, and need not be compared cell by cell.
 */
export async function standsAlone(
	run: FileRun,
	{ indicators, schemes, first, last }: FigureExtent,
	catalogue: Catalogue
): Promise<boolean> {
	const mine = new Set(indicators);
	const partners = catalogue.limits.flatMap(({ part, whole }) =>
		mine.has(part) ? [whole] : mine.has(whole) ? [part] : []
	);
	if (partners.some((code) => mine.has(code))) return false;
	const { met } = await rowOf<{ met: boolean }>(
		run.tx,
		sql`select exists (select from closed_period)
			or exists (select from observation
				where indicator_code in (select unnest(${sql.param([...indicators, ...partners])}::text[]))
					and scheme in (select unnest(${sql.param(schemes)}::text[]))
					and period_start <= ${last}::date and period_end >= ${first}::date) as met`
	);
	return !met;
}

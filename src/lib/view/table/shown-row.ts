import type { MonthFigure } from '#lib/domain/frame-matrices.ts';
import { TREND_CLASSES } from '#lib/domain/evidence/classes.ts';
import { findMapClass } from '#lib/domain/map-class.ts';
import type { IsoDate, Month } from '#lib/domain/period.ts';
import { changeWords } from '../answer/change-words.ts';
import type { ClassSource } from '../frame-view.ts';
import { membersAt } from '../makeup.ts';
import type { StatusChanges } from '../status-change-wire.ts';
import { toTableRow, type TableRow } from '../table-row.ts';
import type { MemberStatus } from '../wire.ts';
import type { Sortable } from './table-sort.ts';
import { yearlyCases, type YearlyCases } from './yearly-cases.ts';

/** A commune as the table on the screen shows it. */
export interface ShownRow extends TableRow, Omit<Sortable, 'sites'> {
	members: readonly MemberStatus[];
	yearly: YearlyCases | undefined;
	/** The latest change of status on its land. */
	change: { date: IsoDate; words: string } | undefined;
}

/**
 * Puts a row together.
 *
 * @param figure of the month; undefined while loading
 */
export function shownRow(
	source: ClassSource,
	row: number,
	month: Month,
	figure: MonthFigure | undefined,
	change: StatusChanges['changes'][number] | undefined
): ShownRow {
	const table = toTableRow(source, row, month);
	const unit = source.units[row];
	const yearly = figure && yearlyCases(figure);
	return {
		...table,
		members: unit ? membersAt(unit, month) : [],
		yearly,
		change: change && {
			date: change.date,
			words:
				change.name === table.sortName
					? changeWords(change.status, change.again)
					: `${change.name}: ${changeWords(change.status, change.again)}`
		},
		changed: change?.date,
		cases: yearly?.now,
		trendRank: trendRank(table.trendCode)
	};
}

/** The place of a trend between a fall and a rise; undefined without one. */
function trendRank(code: number | undefined): number | undefined {
	const mapClass = code === undefined ? undefined : findMapClass(code);
	return mapClass?.theme === 'trend' || mapClass?.theme === 'detected'
		? TREND_CLASSES.indexOf(mapClass.key)
		: undefined;
}

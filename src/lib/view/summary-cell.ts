import { codeAt } from '#lib/domain/class-matrix.ts';
import type { TrendClass } from '#lib/domain/evidence/classes.ts';
import {
	findMapClass,
	summaryCode,
	type StatusClass,
	type SummaryColumn,
	type SummaryRow
} from '#lib/domain/map-class.ts';
import type { Month } from '#lib/domain/period.ts';
import type { ClassSource } from './class-source.ts';
import { statusPiecesAt } from './status-pieces.ts';
import { KEPT } from './status-sum.ts';

const COLUMNS: Record<TrendClass, SummaryColumn> = {
	falling: 'falling',
	'leaning-falling': 'falling',
	unclear: 'unclear',
	'leaning-rising': 'rising',
	rising: 'rising'
};
const UNLISTED: readonly StatusClass[] = ['none', 'survey', 'succeeded'];
const REACHED: readonly StatusClass[] = KEPT;

/**
 * Row of the summary: *open* where any former commune, or the commune by its own record, is on the way or relapsed;
 * else *reached* where any is maintained; else *unlisted*.
 */
export function summaryRow(statuses: readonly StatusClass[]): SummaryRow {
	const listed = statuses.filter((status) => !UNLISTED.includes(status));
	if (listed.some((status) => !REACHED.includes(status))) return 'open';
	return listed.length > 0 ? 'reached' : 'unlisted';
}

/** Code of a commune's cell; without a trend that of the reason why there is none. */
export function summaryCodeAt(
	source: Pick<ClassSource, 'units' | 'matrices'>,
	row: number,
	month: Month
): number | undefined {
	const { trend, status } = source.matrices;
	const code = trend && codeAt(trend, row, month);
	const mapClass = code === undefined ? undefined : findMapClass(code);
	if (!status || (mapClass?.theme !== 'trend' && mapClass?.theme !== 'detected')) return code;
	const pieces = statusPiecesAt(source, row, month);
	return summaryCode(`${summaryRow(pieces.map((piece) => piece.status))} ${COLUMNS[mapClass.key]}`);
}

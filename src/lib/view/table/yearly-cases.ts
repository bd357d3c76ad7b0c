import type { MonthFigure } from '#lib/domain/frame-matrices.ts';

/** Cases of a commune's last twelve months beside the same period before; the latter only where both can be compared. */
export interface YearlyCases {
	now: number;
	before: number | undefined;
}

/** Undefined where the last twelve months are not known. */
export function yearlyCases({ now, trend }: MonthFigure): YearlyCases | undefined {
	if (typeof now === 'string') return undefined;
	return { now: now.count, before: 'trend' in trend ? trend.trend.base.count : undefined };
}

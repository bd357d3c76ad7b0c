import type { SlopeResult } from '#lib/domain/evidence/slope.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount } from './format.ts';

/**
 * A multi-year trend in a sentence; of a rise or fall only where the interval excludes none.
 *
 * @param subject what is counted: "số vụ"
 * @example slopeText(result, 'số vụ') // "Trong 8 năm, mỗi năm số vụ giảm khoảng 13 % (từ 4 đến 22 %)."
 */
export function slopeText(result: SlopeResult, subject: string): string {
	if ('missing' in result) {
		return result.missing === 'too-few-points' ? m.slope_points() : m.slope_events();
	}
	const { annualRatio, interval, points } = result.slope;
	const [low, high] = interval;
	const years = formatCount(points);
	const percent = (ratio: number) => formatCount(100 * Math.abs(ratio - 1));
	const share = percent(annualRatio);
	if (high < 1)
		return m.slope_down({ years, subject, share, low: percent(high), high: percent(low) });
	if (low > 1) return m.slope_up({ years, subject, share, low: percent(low), high: percent(high) });
	return m.slope_unclear({
		years,
		subject,
		low: m.slope_down_share({ share: percent(low) }),
		high: m.slope_up_share({ share: percent(high) })
	});
}

import type { SlopeResult } from '#lib/domain/evidence/slope.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDecimal, formatShare } from './format.ts';

/**
 * A multi-year trend in a sentence or two; of a rise or fall only where the interval excludes none.
 *
 * @example slopeText(result) // "Xu hướng nhiều năm: mỗi năm giảm 13,24 % (khoảng tin cậy 95 %: …)."
 */
export function slopeText(result: SlopeResult): string {
	if ('missing' in result) {
		return result.missing === 'too-few-points'
			? m.commune_slope_points()
			: m.commune_slope_events();
	}
	const { annualRatio, interval, quasi, dispersion } = result.slope;
	const bounds = { low: signedShare(interval[0] - 1), high: signedShare(interval[1] - 1) };
	const share = formatShare(Math.abs(annualRatio - 1));
	const sentence =
		interval[1] < 1
			? m.commune_slope_falling({ share, ...bounds })
			: interval[0] > 1
				? m.commune_slope_rising({ share, ...bounds })
				: m.commune_slope_unclear({ estimate: signedShare(annualRatio - 1), ...bounds });
	return quasi
		? `${sentence} ${m.commune_slope_quasi({ dispersion: formatDecimal(dispersion) })}`
		: sentence;
}

/** "−13,24 %", "+4,1 %". */
function signedShare(share: number): string {
	return `${share < 0 ? '−' : '+'}${formatShare(Math.abs(share))}`;
}

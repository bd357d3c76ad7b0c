import { exactPoissonInterval, ratePer10000 } from '#lib/domain/evidence/rate.ts';
import type { Exposed } from '#lib/domain/evidence/smoothing.ts';
import { m } from '#lib/paraglide/messages.js';
import { classLabel } from '../class-label.ts';
import { formatCount, formatRate } from '../format.ts';
import type { PlotUnit } from './plot.ts';

/** Rate per 10,000 of the last twelve months with its exact 95 % interval. */
export function rateWithInterval({ count, exposure }: Exposed): {
	rate: number;
	low: number;
	high: number;
} {
	const [low, high] = exactPoissonInterval(Math.round(count));
	return {
		rate: ratePer10000(count, exposure),
		low: ratePer10000(low, exposure),
		high: ratePer10000(high, exposure)
	};
}

/** "Xã Mường Nhé: 5 vụ, 3,1 trên 10.000 dân (1,0–7,2); nghiêng về giảm". */
export function unitText({ name, now, trend }: PlotUnit): string {
	const { rate, low, high } = rateWithInterval(now);
	const text = m.plot_unit({
		name,
		count: formatCount(now.count),
		rate: formatRate(rate),
		low: formatRate(low),
		high: formatRate(high)
	});
	return trend
		? `${text}; ${classLabel({ theme: 'trend', key: trend.class }).toLocaleLowerCase()}`
		: text;
}

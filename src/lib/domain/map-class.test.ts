import { FUNNEL_PLACES, RATE_LEVELS, TREND_CLASSES, CLUSTERS } from './evidence/classes.ts';
import { describe, expect, it } from 'vitest';
import { siteClass } from './community-model.ts';
import {
	absenceCode,
	clusterCode,
	detectedCode,
	findMapClass,
	funnelCode,
	MAP_CLASSES,
	rateCode,
	sitesCode,
	statusCode,
	SUMMARY_CELLS,
	summaryCode,
	trendCode
} from './map-class.ts';
import { ABSENCES } from './observation.ts';
import { STATUSES } from './status.ts';

const codes = [
	...[...STATUSES, 'mixed' as const, 'retransforming' as const].map(statusCode),
	...TREND_CLASSES.map(trendCode),
	...TREND_CLASSES.map(detectedCode),
	...ABSENCES.map(absenceCode),
	...[0, 1, 3, 5, 9, 17].map((sites) => sitesCode(siteClass(sites))),
	...RATE_LEVELS.map(rateCode),
	...FUNNEL_PLACES.map(funnelCode),
	...[...CLUSTERS, 'no-cluster' as const].map(clusterCode),
	...SUMMARY_CELLS.map(summaryCode)
];

describe('codes of map classes', () => {
	it('are distinct over all themes and fit into one byte', () => {
		expect(new Set(codes).size).toBe(codes.length);
		for (const code of codes) {
			expect(Number.isInteger(code) && code >= 0 && code <= 255, String(code)).toBe(true);
		}
	});

	it('are all in the list, which leads back from each', () => {
		expect(MAP_CLASSES.map(({ code }) => code).sort((a, b) => a - b)).toEqual(
			[...codes].sort((a, b) => a - b)
		);
		for (const { code, mapClass } of MAP_CLASSES) expect(findMapClass(code)).toEqual(mapClass);
	});

	it('leave other numbers without a class', () => {
		expect(findMapClass(255)).toBeUndefined();
	});
});

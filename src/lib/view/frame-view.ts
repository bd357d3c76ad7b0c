import type { Population } from '#lib/domain/population.ts';
import { codeAt } from '#lib/domain/class-matrix.ts';
import {
	SITE_BREAKS,
	SITE_RATE_BREAKS,
	SITES_NOT_AVAILABLE,
	siteClass
} from '#lib/domain/community-model.ts';
import { absenceCode, sitesCode } from '#lib/domain/map-class.ts';
import { yearOf, type Month } from '#lib/domain/period.ts';
import type { ClassSource, MatrixName } from './class-source.ts';
import type { ViewParams } from './view-params.ts';
import { summaryCodeAt } from './summary-cell.ts';
import type { FrameUnit } from './wire.ts';

export type { ClassSource, MatrixName } from './class-source.ts';

/** What of a view decides a unit's fill. */
export type FillView = Pick<ViewParams, 'theme' | 'perPeople' | 'layer'>;

/** The matrix that fills are read from. */
export function fillMatrix({ theme, layer }: FillView): MatrixName {
	if (theme === 'summary') return 'trend';
	return theme === 'trend' && layer !== 'change' ? layer : theme;
}

/** Population of a unit for a month, as it was known then. */
export function populationAt(unit: FrameUnit, month: Month): Population | undefined {
	return unit.population[yearOf(month)];
}

/** Active sites of a unit in a month; undefined where that is not known on its boundaries. */
export function siteCountAt(source: ClassSource, row: number, month: Month): number | undefined {
	const count = source.matrices.sites && codeAt(source.matrices.sites, row, month);
	return count === SITES_NOT_AVAILABLE ? undefined : count;
}

/** Active sites per 10,000 people; undefined without a population. */
export function siteRateAt(source: ClassSource, row: number, month: Month): number | undefined {
	const count = siteCountAt(source, row, month);
	const population = populationAt(source.units[row]!, month);
	return count === undefined || !population ? undefined : (10_000 * count) / population.value;
}

/** The code that a unit's fill shows for a theme. */
export function fillCode(
	source: ClassSource,
	row: number,
	month: Month,
	view: FillView
): number | undefined {
	const { theme, perPeople } = view;
	switch (theme) {
		case 'summary':
			return summaryCodeAt(source, row, month);
		case 'status':
		case 'trend': {
			const matrix = source.matrices[fillMatrix(view)];
			return matrix && codeAt(matrix, row, month);
		}
		case 'sites': {
			const { sites } = source.matrices;
			if (sites && codeAt(sites, row, month) === SITES_NOT_AVAILABLE) {
				return absenceCode('not-available');
			}
			if (!perPeople) {
				const count = siteCountAt(source, row, month);
				return count === undefined ? undefined : sitesCode(siteClass(count, SITE_BREAKS));
			}
			const rate = siteRateAt(source, row, month);
			return rate === undefined
				? absenceCode('no-population')
				: sitesCode(siteClass(rate, SITE_RATE_BREAKS));
		}
	}
}

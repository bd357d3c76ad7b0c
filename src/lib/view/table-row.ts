import { codeAt } from '#lib/domain/class-matrix.ts';
import { findMapClass } from '#lib/domain/map-class.ts';
import type { Month } from '#lib/domain/period.ts';
import { fullName } from '#lib/domain/unit.ts';
import { classLabel } from './class-label.ts';
import { compositionText, isMixed, membersAt } from './makeup.ts';
import { isEstimate } from '#lib/domain/population.ts';
import { populationAt, siteCountAt, siteRateAt, type ClassSource } from './frame-view.ts';

/** A commune in the table: what the map shows of it, in words and numbers. */
export interface TableRow {
	unitId: number;
	code: string;
	name: string;
	/** The name without its kind, to sort by. */
	sortName: string;
	district: string;
	statusCode: number | undefined;
	status: string;
	/** "2/3 xã cũ đạt"; empty where all its former communes have one state. */
	composition: string;
	/** Figures rest on shares. */
	estimated: boolean;
	trendCode: number | undefined;
	trend: string;
	sites: number | undefined;
	sitesPer10000: number | undefined;
	population: number | undefined;
	/** The population is no reported figure of that year. */
	populationEstimated: boolean;
	areaKm2: number;
}

export function toTableRow(source: ClassSource, row: number, month: Month): TableRow {
	const unit = source.units[row]!;
	const { status, trend } = source.matrices;
	const statusCode = status && codeAt(status, row, month);
	const members = membersAt(unit, month);
	const population = populationAt(unit, month);
	const trendCode = trend && codeAt(trend, row, month);
	return {
		unitId: unit.id,
		code: unit.code,
		name: fullName(unit),
		sortName: unit.name,
		district: unit.districts.join(', '),
		statusCode,
		status: codeLabel(statusCode),
		composition: isMixed(members) ? compositionText(members) : '',
		estimated: unit.estimated,
		trendCode,
		trend: codeLabel(trendCode),
		sites: siteCountAt(source, row, month),
		sitesPer10000: siteRateAt(source, row, month),
		population: population?.value,
		populationEstimated: isEstimate(population),
		areaKm2: unit.areaKm2
	};
}

function codeLabel(code: number | undefined): string {
	const mapClass = code === undefined ? undefined : findMapClass(code);
	return mapClass ? classLabel(mapClass) : '';
}

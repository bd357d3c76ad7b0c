import { setImmediate } from 'node:timers/promises';
import type { ClassMatrix } from '#lib/domain/class-matrix.ts';
import type { EvidenceLayer } from '#lib/domain/evidence/classes.ts';
import { summariseTrends, type TrendSummary } from '#lib/domain/evidence/trend-summary.ts';
import type { TrendResult } from '#lib/domain/evidence/trend.ts';
import {
	frameTrends,
	layerMatrix,
	monthFigures,
	trendMatrix,
	type MonthFigure,
	type TrendScope
} from '#lib/domain/frame-matrices.ts';
import type { History } from '#lib/domain/history.ts';
import type { Month } from '#lib/domain/period.ts';
import { monthsShown, type MatrixScope } from '#lib/domain/reading.ts';
import { historyOfTrack } from '#lib/domain/track-history.ts';
import type { Frame } from '#lib/domain/unit.ts';
import { watchCommunes, type WatchEntry } from '#lib/domain/watch/watch-list.ts';

/** Computes evidence from one version of the data. Long work lets others in between. */
export class Answers {
	/** Trends of the scopes that were asked for. */
	readonly #trends = new Map<string, TrendResult[][]>();

	constructor(readonly history: History) {}

	trendMatrix(scope: TrendScope): ClassMatrix {
		return trendMatrix(this.history, scope, this.#trendsOf(scope));
	}

	/** Trends of one unit, month by month. */
	unitTrends(scope: TrendScope, unitId: number): TrendResult[] {
		const row = scope.frame.unitIds.indexOf(unitId);
		return this.#trendsOf(scope).flatMap((results) => results[row] ?? []);
	}

	/** Trends of all units of the frame in one month; undefined for a month that the scope does not show. */
	monthTrends(scope: TrendScope, month: Month): TrendResult[] | undefined {
		return this.#trendsOf(scope)[month - monthsShown(this.history, scope).from];
	}

	trendSummary(scope: TrendScope, month: Month): TrendSummary | undefined {
		const results = this.monthTrends(scope, month);
		return results && summariseTrends(results);
	}

	monthFigures(scope: TrendScope, month: Month): MonthFigure[] {
		return monthFigures(this.history, scope, month);
	}

	/** @param around ids of the communes around each one */
	async layerMatrix(
		scope: MatrixScope,
		track: string,
		layer: EvidenceLayer,
		months: { from: Month; to: Month },
		around: ReadonlyMap<number, readonly number[]>
	): Promise<ClassMatrix> {
		const neighboursOf = (id: number) => around.get(id) ?? [];
		const steps = layerMatrix(this.history, scope, track, layer, months, neighboursOf);
		for (;;) {
			const step = steps.next();
			if (step.done) return step.value;
			await setImmediate();
		}
	}

	/** @param until the month up to which things were known; undefined for now */
	async watchList(frame: Frame, track: string, until?: Month): Promise<WatchEntry[]> {
		const entries: WatchEntry[] = [];
		const history = historyOfTrack(this.history, track);
		const { dataMonths } = history;
		const known =
			until === undefined || !dataMonths
				? history
				: { ...history, dataMonths: { ...dataMonths, to: Math.min(until, dataMonths.to) } };
		for (const entry of watchCommunes(known, frame)) {
			entries.push(entry);
			await setImmediate();
		}
		return entries;
	}

	#trendsOf(scope: TrendScope): TrendResult[][] {
		const { frame, last, all, track, base } = scope;
		const key = `${frame.from} ${last} ${all} ${track} ${base}`;
		let trends = this.#trends.get(key);
		if (!trends) this.#trends.set(key, (trends = frameTrends(this.history, scope)));
		return trends;
	}
}

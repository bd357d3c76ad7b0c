import { setImmediate } from 'node:timers/promises';
import type { ClassMatrix } from '#lib/domain/class-matrix.ts';
import type { EvidenceLayer } from '#lib/domain/evidence/classes.ts';
import type { FrameFigures, Months } from '#lib/domain/evidence/frame-figures.ts';
import type { FunnelPosition } from '#lib/domain/evidence/funnel.ts';
import { funnelPositions } from '#lib/domain/evidence/layers.ts';
import { forecastYear, type FrameForecast } from '#lib/domain/forecast/forecast.ts';
import { provinceYear, type ProvinceYear } from '#lib/domain/forecast/province-year.ts';
import { summariseTrends, type TrendSummary } from '#lib/domain/evidence/trend-summary.ts';
import type { TrendResult } from '#lib/domain/evidence/trend.ts';
import type { YearlyNoise } from '#lib/domain/evidence/yearly-noise.ts';
import {
	frameFigures,
	layerMatrix,
	monthFigures,
	trendMatrix,
	unitTrends,
	type MonthFigure,
	type TrendScope
} from '#lib/domain/frame-matrices.ts';
import type { History } from '#lib/domain/history.ts';
import type { Absence } from '#lib/domain/observation.ts';
import type { Month } from '#lib/domain/period.ts';
import type { MatrixScope } from '#lib/domain/reading.ts';
import { crimeValues, type CrimeValues } from '#lib/domain/plan/crime-values.ts';
import { lastYearCases, type LastYearCases } from '#lib/domain/plan/last-year-cases.ts';
import { recognitionsOf } from '#lib/domain/watch/recognition.ts';
import { historyOfTrack, type TrackHistory } from '#lib/domain/track-history.ts';
import {
	watchCommunes,
	type AcknowledgedMonths,
	type WatchEntry
} from '#lib/domain/watch/watch-list.ts';
import { knownAt } from '#lib/domain/evidence/known-figures.ts';
import { noiseAt } from '#lib/domain/evidence/yearly-noise.ts';

/** A frame's months on a track. */
type TrackScope = MatrixScope & { track: string };

/** Computes evidence from one version of the data. Long work lets others in between. */
export class EvidenceCalculator {
	/** Figures of the frames that were asked for. */
	readonly #figures = new Map<string, FrameFigures | undefined>();

	constructor(readonly history: History) {}

	trendMatrix(scope: TrendScope): ClassMatrix {
		return trendMatrix(this.#historyOf(scope.track), this.#figuresOf(scope), scope);
	}

	/** Trends of one unit, month by month. */
	unitTrends(scope: TrendScope, unitId: number): TrendResult[] {
		return unitTrends(this.#historyOf(scope.track), this.#figuresOf(scope), scope, unitId);
	}

	/** What the trends of all units in one month add up to, and the province's own year. */
	trendSummary(scope: TrendScope, month: Month): TrendSummary & { year?: ProvinceYear } {
		const figures = this.#figuresOf(scope);
		const year = figures && provinceYear(figures, month);
		const summary = summariseTrends(this.monthFigures(scope, month).map(({ trend }) => trend));
		return year ? { ...summary, year } : summary;
	}

	monthFigures(scope: TrendScope, month: Month): MonthFigure[] {
		return monthFigures(this.#historyOf(scope.track), this.#figuresOf(scope), scope, month);
	}

	/** Where each unit of a frame lies in the funnel of a month. */
	funnel(scope: TrackScope, month: Month): (FunnelPosition | Absence)[] {
		const figures = this.#figuresOf(scope);
		return figures
			? funnelPositions(figures, month)
			: scope.frame.unitIds.map(() => 'not-reported');
	}

	/** Yearly noise of a frame's units, by the years up to a month; undefined without any report. */
	noise(scope: TrackScope, month: Month): YearlyNoise | undefined {
		const figures = this.#figuresOf(scope);
		return figures && noiseAt(knownAt(figures, month), month);
	}

	/** What was to be expected of the twelve months after a month. */
	forecast(scope: TrackScope, month: Month): FrameForecast {
		const figures = this.#figuresOf(scope);
		if (!figures || month < figures.data.from || month > figures.data.to) {
			return { units: scope.frame.unitIds.map(() => undefined) };
		}
		return forecastYear(figures, month);
	}

	/** What a plan takes from the cases of each unit, as they were known in a month. */
	crimeValues(scope: TrackScope, month: Month): { crime: CrimeValues; cases: LastYearCases }[] {
		const figures = this.#figuresOf(scope);
		if (!figures) return scope.frame.unitIds.map(() => ({ crime: {}, cases: {} }));
		const history = this.#historyOf(scope.track);
		const known = { from: figures.data.from, to: month };
		const recognitions = scope.frame.unitIds.map((id) =>
			recognitionsOf(history, id, scope.track, known)
		);
		const values = crimeValues(figures, month, (unit) => recognitions[unit]!(month)?.month);
		const cases = lastYearCases(figures, month);
		return values.map((crime, unit) => ({ crime, cases: cases[unit] ?? {} }));
	}

	/** @param around ids of the communes around each one */
	async layerMatrix(
		scope: TrackScope,
		layer: EvidenceLayer,
		months: Months,
		around: ReadonlyMap<number, readonly number[]>
	): Promise<ClassMatrix> {
		const neighboursOf = (id: number) => around.get(id) ?? [];
		const steps = layerMatrix(
			this.#historyOf(scope.track),
			this.#figuresOf(scope),
			scope,
			...([layer, months, neighboursOf] as const)
		);
		for (;;) {
			const step = steps.next();
			if (step.done) return step.value;
			await setImmediate();
		}
	}

	/** @param until last month that is known; later ones are as if they were not */
	async watchList(
		scope: TrackScope,
		until: Month,
		acknowledged: AcknowledgedMonths
	): Promise<WatchEntry[]> {
		const figures = this.#figuresOf(scope);
		if (!figures) return [];
		const entries: WatchEntry[] = [];
		const history = this.#historyOf(scope.track);
		for (const entry of watchCommunes(history, scope.frame, figures, until, acknowledged)) {
			entries.push(entry);
			await setImmediate();
		}
		return entries;
	}

	#historyOf(track: string): TrackHistory {
		return historyOfTrack(this.history, track);
	}

	#figuresOf(scope: TrackScope): FrameFigures | undefined {
		const key = `${scope.frame.from} ${scope.last} ${scope.track}`;
		if (!this.#figures.has(key)) {
			this.#figures.set(key, frameFigures(this.#historyOf(scope.track), scope));
		}
		return this.#figures.get(key);
	}
}

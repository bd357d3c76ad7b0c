import {
	frameFigures,
	siteCountMatrix,
	statusMatrix,
	trendMatrix
} from '#lib/domain/frame-matrices.ts';
import type { History } from '#lib/domain/history.ts';
import { toMonth, type Month } from '#lib/domain/period.ts';
import type { MatrixScope } from '#lib/domain/reading.ts';
import type { Status, StatusEvent } from '#lib/domain/status.ts';
import { buildLineage } from '#lib/domain/succession.ts';
import { historyOfTrack } from '#lib/domain/track-history.ts';
import { listFrames, type Unit } from '#lib/domain/unit.ts';
import { report } from './measurement.ts';

const FIRST_MONTH = toMonth(2017, 1);
/** Communes today: a province, the country, and the country at twice and half its months. */
const SIZES: { units: number; last: Month }[] = [
	{ units: 129, last: toMonth(2026, 10) },
	{ units: 3321, last: toMonth(2021, 11) },
	{ units: 3321, last: toMonth(2026, 10) }
];
/** As many former communes as were merged into one. */
const FORMERS = 3;

export const READING = [...SIZES.map(nameOf), 'reading-growth-units', 'reading-growth-months'];

function nameOf({ units, last }: { units: number; last: Month }): string {
	return `reading-today-${units}x${last - FIRST_MONTH + 1}`;
}

/** All themes on today's boundaries for all months; that cost grows with units times months, and no faster. */
export async function benchReading(): Promise<void> {
	const perCell: number[] = [];
	for (const size of SIZES) {
		const history = makeHistory(size.units, size.last);
		const frame = history.frames.at(-1)!;
		const scope: MatrixScope = { frame, last: size.last, all: true };
		const begun = performance.now();
		statusMatrix(history, scope, 'T');
		const track = historyOfTrack(history, 'T');
		trendMatrix(track, frameFigures(track, scope), {
			...scope,
			track: 'T',
			base: 'same-period',
			question: 'own'
		});
		siteCountMatrix(history, scope);
		const seconds = (performance.now() - begun) / 1000;
		perCell.push((1e6 * seconds) / (size.units * (size.last - FIRST_MONTH + 1)));
		report({ name: nameOf(size), value: seconds, unit: 's' });
	}
	const [province = NaN, half = NaN, whole = NaN] = perCell;
	report({ name: 'reading-growth-units', value: whole, unit: 'µs/cell', baseline: province });
	report({ name: 'reading-growth-months', value: whole, unit: 'µs/cell', baseline: half });
}

/** A country of communes that each were made of three, with figures, events and populations. */
function makeHistory(count: number, last: Month): History {
	const units: Unit[] = [];
	const events = new Map<number, StatusEvent[]>();
	const counts = new Map<number, Map<Month, number>>();
	const population = new Map<number, Map<number, number>>();
	const successions = [];
	const merged = toMonth(2025, 7);
	const add = (id: number, validFrom: string, validTo: string | null) => {
		units.push({
			id,
			code: String(id),
			name: `U${id}`,
			kind: 'Xã',
			level: 'commune',
			parentName: null,
			validFrom,
			validTo,
			areaKm2: 1,
			label: [0, 0]
		});
		const [from, to] =
			validTo === null ? [merged, last] : [FIRST_MONTH, Math.min(last, merged - 1)];
		const series = new Map<Month, number>();
		for (let month = from; month <= to; month++) series.set(month, (id * month) % 5);
		counts.set(id, series);
		population.set(id, new Map([[2019, 4000 + (id % 900)]]));
		if (validTo === null || id % 3 !== 0) return;
		const statuses: Status[] = ['approved', 'active', 'appraisal', 'met'];
		events.set(
			id,
			statuses.map((status, at) => ({
				id: id * 10 + at,
				unitId: id,
				track: 'T',
				round: 1,
				status,
				effectiveDate: `${2018 + at}-03-01`,
				documentNumber: null,
				documentDate: null,
				signatory: null,
				note: null
			}))
		);
	};
	for (let at = 0; at < count; at++) {
		const young = 1_000_000 + at;
		for (let part = 0; part < FORMERS; part++) {
			const old = at * FORMERS + part + 1;
			add(old, '2017-01-01', '2025-06-30');
			successions.push({
				fromUnitId: old,
				toUnitId: young,
				kind: 'whole' as const,
				populationWeight: 1,
				effective: '2025-07-01',
				document: null
			});
		}
		add(young, '2025-07-01', null);
	}
	return {
		units: new Map(units.map((unit) => [unit.id, unit])),
		frames: listFrames(units),
		lineage: buildLineage(units, successions),
		events,
		calendar: 'calendar',
		firstMonth: FIRST_MONTH,
		programmes: [],
		leading: new Map([['T', 'L']]),
		detected: new Set(),
		counts: new Map([['L', counts]]),
		population,
		models: [],
		sites: new Map()
	};
}

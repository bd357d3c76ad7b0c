import { at } from '../at.ts';
import type { Frame } from '../frames.ts';
import { cellsOf } from '../frames.ts';
import { seededRandom } from '../seeded-random.ts';
import { between, shuffle } from './distributions.ts';
import { isCityWard } from './rates.ts';

/** What the programme did to recorded crime in a commune, in this invention. */
type Effect = 'fall' | 'none' | 'rise';

/** A commune on the list of the first phase. */
export interface ProgrammeCommune {
	/** Its position in the first frame; none of the 44 changed code or was merged in 2020. */
	readonly cell: number;
	readonly code: string;
	/** Recorded crimes a year before the programme. */
	readonly yearlyRate: number;
	readonly effect: Effect;
	/** Full size of the effect, as a share of the rate; reached two years after approval. */
	readonly effectSize: number;
}

const APPROVED_COMMUNES = 44;
const FALLING = 22;
const RISING = 2;
/** Recorded crimes a year of a listed commune outside the city; chosen so that chance alone brings the cleared cases of phase 1 near their published total. */
const MIN_RATE = 3;
const MAX_RATE = 5;
/** Busier wards alone would exceed the published totals. */
const BUSIEST_WARD = 9;

/** How many of the listed communes each district gets: in proportion to its communes, by largest remainder, at least one. */
function districtQuotas(candidates: ReadonlyMap<string, number>): Map<string, number> {
	const all = [...candidates.values()].reduce((sum, count) => sum + count, 0);
	const exact = [...candidates].map(([code, count]) => ({
		code,
		share: (APPROVED_COMMUNES * count) / all
	}));
	const quotas = new Map(exact.map(({ code, share }) => [code, Math.max(1, Math.floor(share))]));
	const byRemainder = [...exact].sort((a, b) => (b.share % 1) - (a.share % 1));
	let left = APPROVED_COMMUNES - [...quotas.values()].reduce((sum, count) => sum + count, 0);
	for (const { code } of byRemainder) {
		if (left-- > 0) quotas.set(code, (quotas.get(code) ?? 0) + 1);
	}
	return quotas;
}

/**
 * Chooses the 44 communes (the real names were never published): more likely with much crime per head,
 * in towns and on the rim of the province. Everything is a draw of lots, none of it a finding.
 */
export function chooseProgramme(
	frame: Frame,
	ordinary: readonly number[],
	onRim: ReadonlySet<number>
): ProgrammeCommune[] {
	const candidates = frame.units.flatMap((unit) => {
		const cells = cellsOf(frame, unit.code);
		const cell = at(cells, 0);
		// A commune merged in 2020 has no single history.
		if (cells.length > 1 || (isCityWard(unit) && at(ordinary, cell) > BUSIEST_WARD)) return [];
		const perHead = (10_000 * at(ordinary, cell)) / unit.population;
		const score =
			perHead / 8 +
			(unit.kind === 'Xã' ? 0 : 0.5) +
			(onRim.has(cell) ? 0.5 : 0) +
			seededRandom(`lot ${unit.code}`)();
		return [{ unit, cell, score }];
	});
	const counts = new Map<string, number>();
	for (const { unit } of candidates)
		counts.set(unit.districtCode, (counts.get(unit.districtCode) ?? 0) + 1);
	const quotas = districtQuotas(counts);
	const chosen = [...quotas].flatMap(([district, quota]) =>
		candidates
			.filter(({ unit }) => unit.districtCode === district)
			.sort((a, b) => b.score - a.score)
			.slice(0, quota)
	);
	const lots = shuffle(
		seededRandom('effects'),
		chosen.map((_, i) => i)
	);
	return chosen
		.map(({ unit, cell }, i): ProgrammeCommune => {
			const random = seededRandom(`effect ${unit.code}`);
			const lot = at(lots, i);
			const effect = lot < FALLING ? 'fall' : lot < FALLING + RISING ? 'rise' : 'none';
			const effectSize = effect === 'none' ? 0 : between(random, 25, 45) / 100;
			const yearlyRate = isCityWard(unit)
				? at(ordinary, cell)
				: MIN_RATE + (MAX_RATE - MIN_RATE) * random() ** 2;
			return { cell, code: unit.code, yearlyRate, effect, effectSize };
		})
		.sort((a, b) => a.cell - b.cell);
}

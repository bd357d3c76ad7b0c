import { yearOf, type Month } from '../period.ts';
import type { TrendQuestion } from './classes.ts';
import type { FrameFigures, Months } from './frame-figures.ts';
import { sumSorted } from './sum.ts';

const YEAR = 12;
const lastKnown = new WeakMap<FrameFigures, KnownFigures>();

/**
 * The figures as they were known at the end of a month's year: populations of later years are not in them. The
 * last ones are kept, so that months are best asked for in their order.
 */
export function knownAt(figures: FrameFigures, month: Month): KnownFigures {
	const year = yearOf(month);
	let known = lastKnown.get(figures);
	if (known?.year !== year) lastKnown.set(figures, (known = new KnownFigures(figures, year)));
	return known;
}

/**
 * The figures of a frame with the populations that were known in a year, and what months weigh by them.
 *
 * Person-years of a month are p = N/12. For the question "own" a month weighs p times the season index of its
 * month of the year; for "province", p times the rate of all other units in that month, which takes season,
 * epidemics, reorganisations and any other common course out.
 */
export class KnownFigures {
	readonly figures: FrameFigures;
	/** The year whose populations are the last ones known. */
	readonly year: number;
	/** Person-years by unit, then month; NaN where no population is known. */
	readonly people: Float64Array;
	/** Cases and person-years of all units that reported, by month. */
	readonly #cases: Float64Array;
	readonly #people: Float64Array;
	/** Sums before each month, `months + 1` a unit: person-years, province weights, and those with the unit itself in. */
	readonly #peopleSums: Float64Array;
	readonly #provinceSums: Float64Array;
	readonly #commonSums: Float64Array;
	#season: { month: Month; index: Float64Array; sums: Float64Array } | undefined;

	constructor(figures: FrameFigures, year: number) {
		this.figures = figures;
		this.year = year;
		const { months, units } = figures;
		const sums = () => new Float64Array(units.length * (months + 1));
		this.people = new Float64Array(units.length * months);
		[this.#peopleSums, this.#provinceSums, this.#commonSums] = [sums(), sums(), sums()];
		this.#cases = new Float64Array(months);
		this.#people = new Float64Array(months);
		this.#fillPeople();
		this.#addProvince();
		this.#addUp();
	}

	/** The last month that these figures speak of. */
	get #until(): number {
		const { data, months } = this.figures;
		return Math.min(months, (this.year + 1) * YEAR - data.from);
	}

	#fillPeople(): void {
		const { units, months, data } = this.figures;
		units.forEach(({ populationOf }, unit) => {
			let [year, people] = [NaN, NaN];
			for (let at = 0; at < this.#until; at++) {
				const own = yearOf(data.from + at);
				if (own !== year) {
					const population = populationOf(own, this.year);
					people = population !== undefined && population > 0 ? population / YEAR : NaN;
					year = own;
				}
				this.people[unit * months + at] = people;
			}
		});
	}

	/** Cases and person-years of all who reported, month by month. */
	#addProvince(): void {
		const { units, months, counts } = this.figures;
		const [cases, people] = [new Float64Array(units.length), new Float64Array(units.length)];
		for (let at = 0; at < this.#until; at++) {
			let known = 0;
			for (let unit = 0; unit < units.length; unit++) {
				const place = unit * months + at;
				if (Number.isNaN(counts[place]!) || Number.isNaN(this.people[place]!)) continue;
				cases[known] = counts[place]!;
				people[known] = this.people[place]!;
				known++;
			}
			this.#cases[at] = sumSorted(cases.subarray(0, known));
			this.#people[at] = sumSorted(people.subarray(0, known));
		}
	}

	#addUp(): void {
		const { units, months, counts } = this.figures;
		for (let unit = 0; unit < units.length; unit++) {
			let [own, province, common] = [0, 0, 0];
			for (let at = 0; at < months; at++) {
				const people = at < this.#until ? this.people[unit * months + at]! : NaN;
				const count = counts[unit * months + at]!;
				if (!Number.isNaN(people) && !Number.isNaN(count)) {
					const cases = this.#cases[at]!;
					const all = this.#people[at]!;
					const others = all - people;
					own += people;
					common += (people * cases) / all;
					// Subtraction leaves dust where a unit is the only one.
					if (others > 1e-9 * all) province += (people * Math.max(0, cases - count)) / others;
				}
				const after = unit * (months + 1) + at + 1;
				this.#peopleSums[after] = own;
				this.#provinceSums[after] = province;
				this.#commonSums[after] = common;
			}
		}
	}

	/** Person-years of the months that a unit reported. */
	personYearsIn(unit: number, months: Months): number {
		return this.#between(this.#peopleSums, unit, months);
	}

	/** Cases that a unit would have had at the common rate of each month that it reported, its own cases in it. */
	commonIn(unit: number, months: Months): number {
		return this.#between(this.#commonSums, unit, months);
	}

	/** Cases of all units in some months. */
	provinceCasesIn({ from, to }: Months): number {
		let sum = 0;
		for (let month = from; month <= to; month++)
			sum += this.#cases[month - this.figures.data.from]!;
		return sum;
	}

	/** Cases of all who reported over their person-years; undefined if some of the months have no report at all. */
	provinceRateIn({ from, to }: Months): number | undefined {
		let [cases, people] = [0, 0];
		for (let month = from; month <= to; month++) {
			const at = month - this.figures.data.from;
			if (!(this.#people[at]! > 0)) return undefined;
			cases += this.#cases[at]!;
			people += this.#people[at]!;
		}
		return cases / people;
	}

	/** What the months that a unit reported weigh, by what was known at the end of a month. */
	weightIn(unit: number, months: Months, question: TrendQuestion, at: Month): number {
		if (question === 'province') return this.#between(this.#provinceSums, unit, months);
		return this.#seasonalWeight(unit, months, at);
	}

	#seasonalWeight(unit: number, { from, to }: Months, at: Month): number {
		const { months: all, data, counts } = this.figures;
		const { sums, index } = this.#seasonAt(at);
		const row = unit * all - data.from;
		let weight = 0;
		if (this.figures.reportedIn(unit, { from, to }) === to - from + 1) {
			// The population stands still within a year, so that its months are weighed at once.
			for (let first = from; first <= to;) {
				const last = Math.min(to, (yearOf(first) + 1) * YEAR - 1);
				const share = sums[last + 1 - data.from]! - sums[first - data.from]!;
				weight += this.people[row + first]! * share;
				first = last + 1;
			}
			return weight;
		}
		for (let month = from; month <= to; month++) {
			if (Number.isNaN(counts[row + month]!)) continue;
			weight += this.people[row + month]! * index[this.figures.monthOfYearAt(month - data.from)]!;
		}
		return weight;
	}

	/** Season index: rate of a month of the year over the mean of all twelve; 1 where nothing is known. */
	#seasonAt(month: Month): { index: Float64Array; sums: Float64Array } {
		if (this.#season?.month === month) return this.#season;
		const cases = new Float64Array(YEAR);
		const people = new Float64Array(YEAR);
		const last = Math.min(month - this.figures.data.from, this.#until - 1);
		for (let at = 0; at <= last; at++) {
			const place = this.figures.monthOfYearAt(at);
			cases[place]! += this.#cases[at]!;
			people[place]! += this.#people[at]!;
		}
		const rates = cases.map((count, place) => (people[place]! > 0 ? count / people[place]! : NaN));
		const known = rates.filter((rate) => !Number.isNaN(rate));
		const mean = known.reduce((sum, rate) => sum + rate, 0) / known.length;
		const index = rates.map((rate) => (mean > 0 && !Number.isNaN(rate) ? rate / mean : 1));
		const { months } = this.figures;
		const sums = new Float64Array(months + 1);
		for (let at = 0; at < months; at++) {
			sums[at + 1] = sums[at]! + index[this.figures.monthOfYearAt(at)]!;
		}
		this.#season = { month, index, sums };
		return this.#season;
	}

	#between(sums: Float64Array, unit: number, { from, to }: Months): number {
		const first = unit * (this.figures.months + 1) - this.figures.data.from;
		return sums[first + to + 1]! - sums[first + from]!;
	}
}

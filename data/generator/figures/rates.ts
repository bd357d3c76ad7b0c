import { at } from '../at.ts';
import type { Unit } from '../facts.ts';
import { seededRandom } from '../seeded-random.ts';
import { gamma } from './distributions.ts';

const CITY = '094';

export function isCityWard(unit: Unit): boolean {
	return unit.kind === 'Phường' && unit.districtCode === CITY;
}

/** Invented recorded crimes a year of each commune of the first frame before any programme: 8–25 in wards of the city, 1–5 elsewhere. */
export function ordinaryRates(units: readonly Unit[]): number[] {
	return units.map((unit) => {
		const random = seededRandom(`rate ${unit.code}`);
		if (isCityWard(unit))
			return Math.min(25, Math.max(8, gamma(random, 6, 14) * Math.sqrt(unit.population / 8000)));
		const town = unit.kind === 'Xã' ? 1 : 1.7;
		return Math.min(
			5,
			Math.max(1, gamma(random, 3, 2.6) * town * Math.sqrt(unit.population / 4200))
		);
	});
}

/** Recorded crimes of the whole province relative to 2017, on the first of January of each year from 2017 to 2027. */
const PROVINCE = [1, 0.98, 0.95, 0.92, 0.88, 0.88, 0.97, 1.02, 0.95, 0.88, 0.83];

/** What a month's rate is multiplied by everywhere: slow provincial movement and a mild peak around the turn of the year. */
export function commonFactor(month: number): number {
	const year = Math.floor(month / 12);
	const share = (month % 12) / 12;
	const level = at(PROVINCE, year) * (1 - share) + at(PROVINCE, year + 1) * share;
	return level * (1 + 0.1 * Math.cos((2 * Math.PI * (month - 0.5)) / 12));
}

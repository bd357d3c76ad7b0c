import { describe, expect, it } from 'vitest';
import { readBoundaries, readDemoRows, type DrawnUnit } from './demo-files.ts';
import { outline, territories } from './demo-outline.ts';

describe('later boundaries', () => {
	const [first, second, third] = [
		readBoundaries('boundaries-2017.geojson'),
		readBoundaries('boundaries-2020.geojson'),
		readBoundaries('boundaries-2025.geojson')
	];

	it.each([
		['succession-2020.csv', first, second, 6],
		['succession-2025.csv', second, third, 129]
	] as const)('are exact unions after %s', (file, before, after, count) => {
		const rows = readDemoRows(file);
		expect(rows).toHaveLength(count);
		const successor = new Map(rows.map((row) => [row('old_code'), row('new_code')]));
		for (const unit of after) {
			const members = territories(
				before,
				({ code }) => (successor.get(code) ?? code) === unit.code
			);
			expect(members.length).toBeGreaterThan(0);
			expect(outline(members)).toEqual(outline([unit.territory]));
		}
		const nameIn = (units: readonly DrawnUnit[], code: string | undefined): string | undefined =>
			units.find((unit) => unit.code === code)?.name;
		for (const row of rows) {
			expect(nameIn(before, row('old_code'))).toBe(row('old_name'));
			expect(nameIn(after, row('new_code'))).toBe(row('new_name'));
		}
	});

	it.each([
		['districts-2017.geojson', first],
		['districts-2020.geojson', second]
	] as const)('%s are exact unions of communes, each in one piece', (file, communes) => {
		const districts = readBoundaries(file);
		expect(districts).toHaveLength(10);
		for (const district of districts) {
			expect(district.territory).toHaveLength(1);
			expect(
				outline(territories(communes, ({ districtCode }) => districtCode === district.code))
			).toEqual(outline([district.territory]));
		}
	});
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rectsTouch, segmentTouchesRect } from './box-geometry.ts';
import { boxOf, labelInput, rectangle } from './fixtures.ts';
import type { LabelInput, PlacedLabel, Point } from './label-types.ts';
import { placeLabels } from './place-labels.ts';

const names = ['Na', 'Mường Nhé', 'Điện Biên Phủ', 'Nà Hỳ Si Pa Phìn', 'Pu Nhi'];

/** A province of a grid of rectangles somewhere in the map; the capital is one of them. */
const inputs = fc
	.record({
		columns: fc.array(fc.integer({ min: 5, max: 90 }), { minLength: 1, maxLength: 6 }),
		rows: fc.array(fc.integer({ min: 4, max: 60 }), { minLength: 1, maxLength: 6 }),
		left: fc.integer({ min: 0, max: 250 }),
		top: fc.integer({ min: 0, max: 200 }),
		missing: fc.array(fc.nat(35), { maxLength: 12 }),
		capital: fc.nat(35),
		factor: fc.constantFrom(1, 1.5, 1.9),
		leadersFor: fc.constantFrom('all' as const, 'capital' as const),
		reserved: fc.array(
			fc.record({
				x: fc.integer({ min: 0, max: 500 }),
				y: fc.integer({ min: 0, max: 350 }),
				width: fc.integer({ min: 5, max: 150 }),
				height: fc.integer({ min: 5, max: 80 })
			}),
			{ maxLength: 3 }
		),
		avoid: fc.array(
			fc.record({
				x: fc.integer({ min: 0, max: 600 }),
				y: fc.integer({ min: 0, max: 400 }),
				r: fc.integer({ min: 2, max: 20 })
			}),
			{ maxLength: 4 }
		),
		notes: fc.nat(2)
	})
	.map(({ columns, rows, left, top, missing, capital, notes, ...more }): LabelInput => {
		const cells = rows.flatMap((height, row) =>
			columns.map((width, column) => ({
				x: left + columns.slice(0, column).reduce((sum, each) => sum + each, 0),
				y: top + rows.slice(0, row).reduce((sum, each) => sum + each, 0),
				width,
				height
			}))
		);
		const kept = cells.filter((_, index) => index === 0 || !missing.includes(index));
		const units = kept.map((cell, index) =>
			rectangle(index, names[index % names.length] ?? '', cell, {
				capital: index === capital % kept.length,
				ward: index % 4 === 0
			})
		);
		const extraLeaders = units.slice(0, notes).map(({ anchor }, index) => ({
			id: 100 + index,
			text: 'Noong Bua: mới',
			anchor,
			tone: 'new'
		}));
		return labelInput(units, { ...more, box: { width: 600, height: 400 }, extraLeaders });
	});

function holds(property: (labels: readonly PlacedLabel[], input: LabelInput) => void): void {
	fc.assert(
		fc.property(inputs, (input) => property(placeLabels(input), input)),
		{ numRuns: 150 }
	);
}

it('lets no two labels overlap', () => {
	holds((labels) => {
		for (const [one, other] of pairs(labels)) {
			expect(rectsTouch(boxOf(one), boxOf(other), 1)).toBe(false);
		}
	});
});

it('keeps labels in the map, off what is reserved, and all but the capital off marks', () => {
	holds((labels, { box, reserved, avoid, units }) => {
		for (const label of labels) {
			const rect = boxOf(label);
			expect(Math.min(rect.x, rect.y)).toBeGreaterThanOrEqual(0);
			expect(rect.x + rect.width).toBeLessThanOrEqual(box.width);
			expect(rect.y + rect.height).toBeLessThanOrEqual(box.height);
			expect(reserved.some((each) => rectsTouch(rect, each, 0))).toBe(false);
			if (units.some(({ id, importance }) => id === label.id && importance.capital)) continue;
			for (const { x, y, r } of avoid) {
				const dx = Math.max(rect.x - x, 0, x - rect.x - rect.width);
				const dy = Math.max(rect.y - y, 0, y - rect.y - rect.height);
				expect(Math.hypot(dx, dy)).toBeGreaterThan(r);
			}
		}
	});
});

it('lets no leader cross another one, a label or what is reserved', () => {
	holds((labels, { reserved }) => {
		for (const [one, other] of pairs(labels)) {
			for (const [a, b] of segments(one)) {
				expect(segments(other).some(([c, d]) => cross(a, b, c, d))).toBe(false);
			}
			expect(runsOver(one, other)).toBe(false);
			expect(runsOver(other, one)).toBe(false);
		}
		for (const [a, b] of labels.flatMap(segments)) {
			expect(reserved.some((rect) => segmentTouchesRect(a, b, rect, 0))).toBe(false);
		}
	});
});

it('puts labels with a leader outside of the province, from the top down as their anchors are', () => {
	holds((labels, { units, factor }) => {
		const beside = labels.filter(({ leader }) => leader);
		for (const label of beside) {
			// The units are rectangles, so that their corners say where they are.
			for (const { polygons } of units) {
				const [first, , third] = polygons[0]?.[0] ?? [];
				if (!first || !third) throw new Error('no rectangle');
				const unit = {
					x: first[0],
					y: first[1],
					width: third[0] - first[0],
					height: third[1] - first[1]
				};
				expect(rectsTouch(boxOf(label), unit, 0)).toBe(false);
			}
		}
		for (const align of ['start', 'end']) {
			const column = beside
				.filter(({ leader }) => leader?.align === align)
				.toSorted((a, b) => a.y - b.y);
			column.slice(1).forEach((label, index) => {
				const above = column[index];
				expect(label.y - (above?.y ?? NaN)).toBeGreaterThanOrEqual(20 * factor - 1e-6);
				expect(label.leader?.dot[1]).toBeGreaterThanOrEqual(above?.leader?.dot[1] ?? NaN);
			});
		}
	});
});

it('always names the capital, and places the same labels again', () => {
	holds((labels, input) => {
		const capital = input.units.find(({ importance }) => importance.capital);
		expect(labels.map(({ id, kind }) => `${kind} ${id}`)).toContain(`unit ${capital?.id}`);
		expect(placeLabels(input)).toEqual(labels);
		expect(new Set(labels.map(({ id, kind }) => `${kind} ${id}`)).size).toBe(labels.length);
	});
});

function pairs<T>(list: readonly T[]): [T, T][] {
	return list.flatMap((one, index) => list.slice(index + 1).map((other): [T, T] => [one, other]));
}

function segments({ leader }: PlacedLabel): [Point, Point][] {
	const points = leader?.points ?? [];
	return points.slice(1).map((to, index): [Point, Point] => [points[index] ?? to, to]);
}

function runsOver(label: PlacedLabel, other: PlacedLabel): boolean {
	return segments(label).some(([a, b]) => segmentTouchesRect(a, b, boxOf(other), 0));
}

/** Whether two lines cross in a point that is an end of neither. */
function cross(a: Point, b: Point, c: Point, d: Point): boolean {
	const turn = (p: Point, q: Point, r: Point) =>
		(q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
	return turn(a, b, c) * turn(a, b, d) < -1e-6 && turn(c, d, a) * turn(c, d, b) < -1e-6;
}

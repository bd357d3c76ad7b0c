import { describe, expect, it } from 'vitest';
import { localDrawing } from './local-drawing.ts';
import { landPath, localFrame, type Rings } from './local-frame.ts';
import { placeLocalNames } from './local-names.ts';

const SIZE = { width: 384, height: 300 };
const square = (x: number, y: number, side = 0.1): Rings => [
	[
		[x, y],
		[x + side, y],
		[x + side, y + side],
		[x, y + side],
		[x, y]
	]
];

describe('the part of the earth around a commune', () => {
	it('has the commune and its neighbours in it', () => {
		const frame = localFrame(square(103, 21), [square(103.1, 21), square(102.9, 21)], SIZE);
		for (const corner of [
			[102.9, 21],
			[103.2, 21.1]
		]) {
			const [x = -1, y = -1] = frame?.place(corner) ?? [];
			expect(x).toBeGreaterThan(0);
			expect(x).toBeLessThan(SIZE.width);
			expect(y).toBeGreaterThan(0);
			expect(y).toBeLessThan(SIZE.height);
		}
	});

	it('keeps a small commune in the middle where its neighbour is large', () => {
		const frame = localFrame(square(103, 21, 0.02), [square(103.02, 21, 2)], SIZE);
		const [x = 0, y = 0] = frame?.place([103.01, 21.01]) ?? [];
		expect(x).toBeCloseTo(SIZE.width / 2, 0);
		expect(y).toBeCloseTo(SIZE.height / 2, 0);
	});

	it('is none for a commune without land, and leaves out what is far away', () => {
		expect(localFrame([], [square(103, 21)], SIZE)).toBeUndefined();
		const frame = localFrame(square(103, 21), [], SIZE);
		expect(frame && landPath(square(110, 21), frame)).toBe('');
		expect(frame && landPath(square(103, 21), frame)).toMatch(/^M.*Z$/);
	});
});

describe('names on a small map', () => {
	const name = (id: number, at: [number, number], rank: 'own' | 'near' | 'far' = 'far') => ({
		id,
		text: `Xã số ${id}`,
		at,
		own: rank === 'own',
		near: rank === 'near'
	});

	it('do not cover each other; the own one comes first', () => {
		const placed = placeLocalNames(
			[name(1, [100, 100]), name(2, [102, 101], 'own'), name(3, [101, 99], 'near')],
			SIZE
		);
		expect(placed[0]).toMatchObject({ id: 2, x: 102, y: 101 });
		for (const a of placed) {
			for (const b of placed) if (a !== b) expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(16);
		}
	});

	it('are whole, and brought in for neighbours only', () => {
		const placed = placeLocalNames([name(1, [384, 100], 'near'), name(2, [384, 200])], SIZE);
		expect(placed.map(({ id }) => id)).toEqual([1]);
		expect(placed[0]?.x).toBeLessThan(360);
	});
});

describe('a commune among its neighbours', () => {
	const unit = (
		id: number,
		pieces: Parameters<typeof localDrawing>[0]['around'][number]['pieces']
	) => ({
		id,
		name: `U${id}`,
		pieces,
		label: [103 + id / 10 + 0.05, 21.05] as [number, number]
	});
	const around = [
		unit(0, [
			{ id: 10, name: 'A', label: [103.02, 21.05], status: 'met', former: true },
			{ id: 11, name: 'B', label: [103.08, 21.05], status: 'relapsed', former: true }
		]),
		unit(1, [{ id: 1, name: 'U1', label: [103.15, 21.05], status: 'active', former: false }])
	];
	const units = new Map([
		[0, square(103, 21)],
		[1, square(103.1, 21)]
	]);
	const asked = { unitId: 0, around, neighbours: [1], units, size: SIZE };

	it('shows former communes in their own shapes, with a mark where one relapsed', () => {
		const formers = new Map([
			[10, square(103, 21, 0.05)],
			[11, square(103.05, 21, 0.05)]
		]);
		const drawing = localDrawing({ ...asked, formers });
		expect(drawing?.pieces.map(({ id, status }) => [id, status])).toEqual([
			[10, 'met'],
			[11, 'relapsed'],
			[1, 'active']
		]);
		expect(drawing?.marks.map(({ id }) => id)).toEqual([11]);
		expect(drawing?.statuses).toEqual(['met', 'relapsed', 'active']);
	});

	it('shows a merged commune as one of several states where the former shapes are missing', () => {
		const drawing = localDrawing({ ...asked, formers: new Map() });
		expect(drawing?.pieces.map(({ id, status }) => [id, status])).toEqual([
			[0, 'mixed'],
			[1, 'active']
		]);
	});
});

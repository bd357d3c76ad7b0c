import { describe, expect, it } from 'vitest';
import { labelInput, rectangle } from './fixtures.ts';
import type { LabelInput, PlacedLabel } from './label-types.ts';
import { placeLabels } from './place-labels.ts';

const large = { x: 150, y: 100, width: 100, height: 100 };

function only(labels: readonly PlacedLabel[]): PlacedLabel {
	expect(labels).toHaveLength(1);
	const [label] = labels;
	if (!label) throw new Error('no label');
	return label;
}

describe('a name inside', () => {
	it('stands in one line at the anchor where it fits', () => {
		const label = only(placeLabels(labelInput([rectangle(1, 'Mường Nhé', large)])));
		expect(label).toMatchObject({ id: 1, kind: 'unit', lines: ['Mường Nhé'], x: 200, y: 150 });
		expect(label).toMatchObject({ fontPx: 11, bold: false, width: 49.5 });
		expect(label.leader).toBeUndefined();
	});

	it('breaks into two balanced lines in a narrow shape', () => {
		const narrow = { x: 180, y: 100, width: 44, height: 100 };
		const label = only(placeLabels(labelInput([rectangle(1, 'Nà Hỳ Si Pa Phìn', narrow)])));
		expect(label.lines).toEqual(['Nà Hỳ Si', 'Pa Phìn']);
		expect(label.leader).toBeUndefined();
	});

	it('leaves marks and reserved places free', () => {
		const units = [rectangle(1, 'Na Sang', large)];
		const marked = only(placeLabels(labelInput(units, { avoid: [{ x: 200, y: 150, r: 6 }] })));
		expect(marked.leader).toBeUndefined();
		expect(Math.abs(marked.y - 150)).toBeGreaterThan(marked.height / 2 + 6);
		const half = { x: 0, y: 0, width: 400, height: 150 };
		const reserved = only(placeLabels(labelInput(units, { reserved: [half] })));
		expect(reserved.y - reserved.height / 2).toBeGreaterThan(150);
	});

	it('is larger and bold for the capital, bold for the chosen, and grows with the factor', () => {
		const units = [
			rectangle(1, 'Lay', { x: 0, y: 0, width: 200, height: 300 }, { chosen: true }),
			rectangle(2, 'Phủ', { x: 200, y: 0, width: 200, height: 300 }, { capital: true })
		];
		const [capital, chosen] = placeLabels(labelInput(units, { factor: 2 }));
		expect(capital).toMatchObject({ id: 2, fontPx: 24.6, bold: true });
		expect(chosen).toMatchObject({ id: 1, fontPx: 22, bold: true });
	});
});

describe('a name beside the province', () => {
	const ward = rectangle(
		2,
		'Thanh Trường',
		{ x: 150, y: 140, width: 8, height: 8 },
		{ ward: true }
	);

	it('has a leader with an elbow from a tiny ward to the near margin', () => {
		const label = only(placeLabels(labelInput([ward])));
		expect(label).toMatchObject({ lines: ['Thanh Trường'], leader: { align: 'end' } });
		expect(label.leader?.points).toHaveLength(3);
		expect(label.leader?.points[2]).toEqual([154, 144]);
		expect(label.leader?.dot).toEqual([154, 144]);
		expect(label.x + label.width / 2).toBeLessThan(150);
	});

	it('has a leader to the edge of its bubble', () => {
		const bubble = { x: 154, y: 144, r: 10 };
		const label = only(placeLabels(labelInput([{ ...ward, bubble }], { avoid: [bubble] })));
		const [x = 0, y = 0] = label.leader?.dot ?? [];
		expect(Math.hypot(x - bubble.x, y - bubble.y)).toBeCloseTo(10);
		expect(label.leader?.points.at(-1)).toEqual([x, y]);
	});

	it('has a leader that goes the other way rather than over a mark', () => {
		const province = rectangle(1, '', { x: 125, y: 100, width: 80, height: 100 });
		const sideOf = (avoid: LabelInput['avoid']) => {
			const label = placeLabels(labelInput([province, ward], { avoid })).find(({ id }) => id === 2);
			return label?.leader?.align === 'end' ? 'left' : 'right';
		};
		expect(sideOf([])).toBe('left');
		expect(sideOf([{ x: 132, y: 144, r: 16 }])).toBe('right');
	});

	it('is absent on a phone, but for the capital and notes', () => {
		const capital = rectangle(
			3,
			'Điện Biên Phủ',
			{ x: 150, y: 180, width: 8, height: 8 },
			{ capital: true }
		);
		const note = {
			id: 9,
			text: 'Noong Bua: tái phức tạp',
			anchor: [154, 150],
			tone: 'relapse'
		} as const;
		const labels = placeLabels(
			labelInput([ward, capital], { leadersFor: 'capital', extraLeaders: [note] })
		);
		expect(labels.map(({ id, kind, tone }) => [id, kind, tone])).toEqual([
			[3, 'unit', undefined],
			[9, 'note', 'relapse']
		]);
	});

	it('names a place once where a note names it', () => {
		const note = { id: 2, text: 'Thanh Trường: mới', anchor: [154, 144], tone: '' } as const;
		expect(only(placeLabels(labelInput([ward], { extraLeaders: [note] }))).kind).toBe('note');
	});

	it('lets those of one side stand in the order of their anchors, with room between', () => {
		const wards = [0, 1, 2, 3, 4].map((row) =>
			rectangle(row, 'Thanh Nưa', { x: 150, y: 120 + row * 6, width: 100, height: 6 })
		);
		const labels = placeLabels(labelInput(wards)).toSorted((a, b) => a.id - b.id);
		expect(labels).toHaveLength(5);
		for (const align of ['start', 'end']) {
			const rows = labels.filter(({ leader }) => leader?.align === align).map(({ y }) => y);
			rows.slice(1).forEach((y, index) => {
				expect(y - (rows[index] ?? NaN)).toBeGreaterThanOrEqual(20);
			});
		}
	});

	it('moves there from a poor place inside where it covers another place that has no other way', () => {
		const narrow = rectangle(1, 'Nasang', { x: 100, y: 130, width: 30, height: 40 });
		const alone = only(placeLabels(labelInput([narrow])));
		expect(alone.leader).toBeUndefined();
		expect(alone.x - alone.width / 2).toBeLessThan(95);
		const tiny = rectangle(2, 'Phu', { x: 92, y: 146, width: 6, height: 6 });
		const labels = placeLabels(labelInput([narrow, tiny]));
		expect(labels.map(({ id, leader }) => [id, leader !== undefined])).toEqual([
			[1, true],
			[2, true]
		]);
	});
});

describe('the capital', () => {
	it('stands at the nearest free place where no leader reaches a margin', () => {
		const everything = { x: -10, y: -10, width: 420, height: 320 };
		const units = [
			rectangle(1, 'Rộng', everything),
			rectangle(2, 'Điện Biên Phủ', { x: 196, y: 146, width: 8, height: 8 }, { capital: true })
		];
		const [capital] = placeLabels(labelInput(units));
		expect(capital).toMatchObject({ id: 2, lines: ['Điện Biên Phủ'] });
		expect(capital?.leader).toBeUndefined();
		expect(Math.hypot((capital?.x ?? 0) - 200, (capital?.y ?? 0) - 150)).toBeLessThan(4);
	});

	it('is absent only where nothing is free', () => {
		const units = [rectangle(1, 'Điện Biên Phủ', large, { capital: true })];
		const reserved = [{ x: 0, y: 0, width: 400, height: 300 }];
		expect(placeLabels(labelInput(units, { reserved }))).toEqual([]);
	});
});

it('has no labels for a map without units', () => {
	expect(placeLabels(labelInput([]))).toEqual([]);
});

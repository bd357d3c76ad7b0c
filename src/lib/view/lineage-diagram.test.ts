import { expect, it } from 'vitest';
import { commune } from '#lib/domain/fixtures/build-history.ts';
import { drawLineage } from './lineage-diagram.ts';

it('draws former communes at the left, merged ones at the right, with the law between', () => {
	const unit = commune(10, { validFrom: '2025-07-01' });
	const step = (id: number, weight: number | null = 1) => ({
		unit: commune(id),
		otherId: 10,
		weight,
		document: '1661/NQ-UBTVQH15',
		effective: '2025-07-01'
	});
	const drawing = drawLineage(unit, [step(1), step(2, 0.4)], []);
	expect(drawing).toMatchObject({ columns: 2, rows: 2 });
	expect(drawing.nodes.map(({ unit: { id }, column, row }) => [id, column, row])).toEqual([
		[10, 1, 0.5],
		[1, 0, 0],
		[2, 0, 1]
	]);
	expect(drawing.edges.map(({ from, to, weight }) => [from.unit.id, to.unit.id, weight])).toEqual([
		[1, 10, null],
		[2, 10, 0.4]
	]);
});

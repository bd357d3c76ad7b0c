import { describe, expect, it } from 'vitest';
import { readCosts } from './cost-list.ts';
import { readProposals } from './proposals.ts';

const COMMUNES = [
	{ code: '03127', name: 'Điện Biên Phủ', full: 'Phường Điện Biên Phủ' },
	{ code: '03203', name: 'Pu Nhi', full: 'Xã Pu Nhi' },
	{ code: '03204', name: 'Pú Nhi', full: 'Xã Pú Nhi' },
	{ code: '03301', name: 'Mường Lay', full: 'Xã Mường Lay' },
	{ code: '03302', name: 'Mường Lay', full: 'Phường Mường Lay' }
];

describe('costs from a table', () => {
	it('finds communes by code or name and takes the last number', () => {
		const rows = [
			['STT', 'Mã', 'Xã', 'Kinh phí'],
			[1, '03127', 'Phường Điện Biên Phủ', '1.250,5'],
			[2, 3203, 'Pu Nhi', 200],
			['xã  pú nhi', '1 250'],
			[]
		];
		expect(readCosts(rows, COMMUNES)).toEqual({
			costs: { '03127': 1250.5, '03203': 200, '03204': 1250 },
			refused: []
		});
	});
	it('says which rows it left out: unknown names, names of several, no amount, a negative one', () => {
		const rows = [
			['Xã Không Có', 100],
			['Mường Lay', 100],
			['Xã Pu Nhi', 'chưa rõ'],
			['Xã Pu Nhi', -5]
		];
		const { costs, refused } = readCosts(rows, COMMUNES);
		expect(costs).toEqual({});
		expect(refused.map(({ row, why }) => [row, why])).toEqual([
			[1, 'unknown'],
			[2, 'unknown'],
			[3, 'unreadable'],
			[4, 'unreadable']
		]);
	});
});

describe('proposals from a table', () => {
	it('takes commune, sender and reason; running numbers and a heading are passed over', () => {
		const rows = [
			['STT', 'Xã', 'Nơi đề xuất', 'Lý do'],
			[1, 'Xã Pu Nhi', 'Công an xã', 'Trộm cắp tăng', 'Gần biên giới'],
			[2, 'Xã Không Có', 'UBND xã', 'x']
		];
		expect(readProposals(rows, COMMUNES)).toEqual({
			proposals: [{ code: '03203', by: 'Công an xã', reason: 'Trộm cắp tăng; Gần biên giới' }],
			refused: [{ row: 3, text: '2 · Xã Không Có · UBND xã · x' }]
		});
	});
});

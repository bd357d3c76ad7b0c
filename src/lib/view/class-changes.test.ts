import { beforeEach, describe, expect, it } from 'vitest';
import { commune } from '#lib/domain/fixtures/build-history.ts';
import { statusCode } from '#lib/domain/map-class.ts';
import { toMonth } from '#lib/domain/period.ts';
import type { Status } from '#lib/domain/status.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { listClassChanges, type ComparedSide } from './class-changes.ts';

const VIEW = { theme: 'status', perPeople: false, layer: 'change' } as const;

function side(from: string, month: number, units: [number, Status][]): ComparedSide {
	return {
		from,
		month,
		source: {
			units: units.map(([id]) => ({
				...commune(id),
				districts: [],
				population: {},
				makeup: [],
				formers: [],
				estimated: false
			})),
			matrices: {
				status: {
					unitIds: units.map(([id]) => id),
					fromMonth: month,
					months: 1,
					codes: Uint8Array.from(units, ([, status]) => statusCode(status))
				}
			}
		}
	};
}

beforeEach(() => overwriteGetLocale(() => 'vi'));

describe('what is different between two months', () => {
	it('is each commune of another class, on the same boundaries', () => {
		const before = side('2017-01-01', toMonth(2018, 12), [
			[1, 'active'],
			[2, 'none'],
			[3, 'active']
		]);
		const after = side('2017-01-01', toMonth(2019, 12), [
			[1, 'met'],
			[2, 'none'],
			[3, 'active']
		]);
		expect(listClassChanges(before, after, VIEW, {})).toEqual([
			{
				unitId: 1,
				name: 'Xã Commune 1',
				now: 'Đạt – duy trì',
				before: [{ name: undefined, label: 'Đang chuyển hóa' }]
			}
		]);
	});

	it('names what a merged commune was made of', () => {
		const before = side('2020-01-01', toMonth(2025, 6), [
			[1, 'met'],
			[2, 'none'],
			[3, 'met']
		]);
		const after = side('2025-07-01', toMonth(2025, 7), [
			[4, 'none'],
			[3, 'met']
		]);
		const heir = { heirs: [{ code: '00004', name: 'Xã Commune 4' }] };
		const heirs = {
			'00001': { name: 'Xã Commune 1', ...heir },
			'00002': { name: 'Xã Commune 2', ...heir },
			'00003': { name: 'Xã Commune 3', heirs: [{ code: '00003', name: 'Xã Commune 3' }] }
		};
		expect(listClassChanges(before, after, VIEW, heirs)).toEqual([
			{
				unitId: 4,
				name: 'Xã Commune 4',
				now: 'Không thuộc diện',
				before: [
					{ name: 'Xã Commune 1', label: 'Đạt – duy trì' },
					{ name: 'Xã Commune 2', label: 'Không thuộc diện' }
				]
			}
		]);
	});

	it('is nothing that cannot be followed', () => {
		const before = side('2020-01-01', toMonth(2025, 6), [[1, 'met']]);
		const after = side('2025-07-01', toMonth(2025, 7), [[4, 'none']]);
		expect(listClassChanges(before, after, VIEW, {})).toEqual([]);
	});
});

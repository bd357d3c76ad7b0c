import { describe, expect, it } from 'vitest';
import { absenceCode, sitesCode, statusCode } from '#lib/domain/map-class.ts';
import { SITES_NOT_AVAILABLE } from '#lib/domain/community-model.ts';
import { isIncluded } from './included.ts';
import type { ClassSource } from './frame-view.ts';
import { countFillCodes, countOwnRecords } from './legend.ts';
import { sumStatuses } from './status-sum.ts';
import { partLooks, unitLooks } from './map-paints.ts';
import { relapsedPieces } from './relapsed-pieces.ts';
import { mergedSource } from './fixtures/merged-source.ts';

const MONTH = 24_000;
const STATUS = { theme: 'status', perPeople: false, layer: 'change' } as const;
const source = mergedSource(MONTH);
const all = () => true;

describe('status after a merger', () => {
	it('is painted on former communes in their own shapes, and the merged commune itself is bare', () => {
		const shapes = new Set([11, 12, 13]);
		expect([...unitLooks(source, MONTH, STATUS, shapes, all)]).toEqual([
			{ id: 1, code: statusCode('none'), faded: false },
			{ id: 2, code: statusCode('active'), faded: false }
		]);
		expect([...partLooks(source, MONTH, shapes, all)]).toEqual([
			{ id: 11, code: statusCode('met'), faded: false },
			{ id: 12, code: statusCode('relapsed'), faded: false },
			{ id: 13, code: statusCode('none'), faded: false }
		]);
	});

	it('falls back to the merged commune’s own class where a former commune has no shape', () => {
		const shapes = new Set([11, 12]);
		expect([...unitLooks(source, MONTH, STATUS, shapes, all)][0]).toMatchObject({
			code: statusCode('mixed')
		});
		expect([...partLooks(source, MONTH, shapes, all)]).toEqual([]);
	});

	it('counts each former commune once', () => {
		const counts = countFillCodes(source, MONTH, STATUS, all);
		expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(4);
		expect(counts.get(statusCode('mixed'))).toBeUndefined();
	});

	it('filters by the states of former communes: a commune is in view with any of them', () => {
		const only = (...codes: number[]) => ({ ...STATUS, district: undefined, classes: codes });
		expect(isIncluded(source, 0, MONTH, only(statusCode('met')))).toBe(true);
		expect(isIncluded(source, 1, MONTH, only(statusCode('met')))).toBe(false);
		const lit = (_: number, code: number) => code === statusCode('met');
		const looks = [...partLooks(source, MONTH, new Set([11, 12, 13]), lit)];
		expect(looks.map(({ faded }) => faded)).toEqual([false, true, true]);
	});

	it('marks relapsed former communes where they lie, or their commune where they have no shape', () => {
		expect(relapsedPieces(source, MONTH, all, new Set([11, 12, 13]))).toMatchObject([
			{ id: 12, name: 'B', former: true }
		]);
		expect(relapsedPieces(source, MONTH, all, undefined)).toMatchObject([{ id: 1, former: false }]);
	});
});

describe('a merged commune with a record of its own', () => {
	const recorded = (): ClassSource => {
		const { units, matrices } = mergedSource(MONTH);
		const own = units.map((unit, row) => (row === 0 ? { ...unit, makeup: [] } : unit));
		matrices.status?.codes.set([statusCode('approved')]);
		return { units: own.slice(0, 1), matrices };
	};

	it('is painted whole in its state, while the sum goes on counting its former communes', () => {
		const shapes = new Set([11, 12, 13]);
		expect([...unitLooks(recorded(), MONTH, STATUS, shapes, all)]).toMatchObject([
			{ id: 1, code: statusCode('approved') }
		]);
		expect([...partLooks(recorded(), MONTH, shapes, all)]).toEqual([]);
		const sum = sumStatuses(countFillCodes(recorded(), MONTH, STATUS, all));
		expect([sum.transformed, sum.total]).toEqual([2, 3]);
		expect([...countOwnRecords(recorded(), MONTH, all)]).toEqual([[statusCode('approved'), 1]]);
		expect(countOwnRecords(source, MONTH, all).size).toBe(0);
	});
});

describe('numbers of model sites', () => {
	it('leave the land bare, whose circles tell them; rates and what is not known fill it', () => {
		const view = { theme: 'sites', perPeople: false, layer: 'change' } as const;
		const codes = (perPeople: boolean) =>
			[...unitLooks(source, MONTH, { ...view, perPeople }, undefined, all)].map(({ code }) => code);
		expect(codes(false)).toEqual([statusCode('none'), absenceCode('not-available')]);
		expect(codes(true)[0]).not.toBe(sitesCode(0));
		expect(SITES_NOT_AVAILABLE).toBe(255);
	});
});

import { describe, expect, it } from 'vitest';
import type { CitedSource } from '#lib/domain/loaded-source.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { sourceList, themeSources } from './source-list.ts';

overwriteGetLocale(() => 'vi');

const source = (subject: string, more: Partial<CitedSource> = {}): CitedSource => ({
	subject,
	importedAt: '2026-11-25',
	sensitivity: 'internal',
	issuers: [],
	documents: [],
	...more
});
const STATUS = source('status', {
	issuers: ['Ban Chỉ đạo tỉnh', 'Công an tỉnh'],
	documents: ['1/QĐ-BCĐ', '2/QĐ-BCĐ', '3/QĐ-BCĐ']
});

describe('sources as people cite them', () => {
	it('are bodies and documents where the data names them', () => {
		expect(sourceList([source('succession', { documents: ['1661/NQ-UBTVQH15'] }), STATUS])).toBe(
			'trạng thái chuyển hóa: văn bản của Ban Chỉ đạo tỉnh, Công an tỉnh; sắp xếp đơn vị hành chính: 1661/NQ-UBTVQH15 của Ủy ban Thường vụ Quốc hội'
		);
	});

	it('name the documents where there are few', () => {
		const one = { ...STATUS, documents: ['1/QĐ-BCĐ'], issuers: ['Ban Chỉ đạo tỉnh'] };
		expect(sourceList([one])).toBe('trạng thái chuyển hóa: 1/QĐ-BCĐ (Ban Chỉ đạo tỉnh)');
	});

	it('are the subject with the day of its latest load where nothing is named', () => {
		const loads = [source('indicators'), source('indicators', { importedAt: '2026-12-01' })];
		expect(sourceList(loads)).toBe('số liệu báo cáo các chỉ tiêu, cập nhật 01/12/2026');
		expect(sourceList([source('models'), source('sites')])).toBe(
			'danh mục mô hình và điểm mô hình, cập nhật 25/11/2026'
		);
	});

	it('say so where there are none', () => {
		expect(sourceList([])).toBe('chưa rõ');
	});

	it('name no more than four bodies and tell how many others there are', () => {
		const issuers = ['A', 'B', 'C', 'D', 'E', 'F'];
		expect(sourceList([source('status', { issuers })])).toContain('A, B, C, D và 2 cơ quan khác');
	});

	it('are those that a theme rests on', () => {
		const all = [STATUS, source('indicators'), source('sites'), source('boundaries')];
		const subjects = (theme: Parameters<typeof themeSources>[1]) =>
			themeSources(all, theme).map(({ subject }) => subject);
		expect(subjects('status')).toEqual(['status']);
		expect(subjects('summary')).toEqual(['status', 'indicators']);
		expect(subjects('sites')).toEqual(['sites']);
	});
});

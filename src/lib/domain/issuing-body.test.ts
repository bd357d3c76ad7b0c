import { describe, expect, it } from 'vitest';
import { issuingBody, legislatureOf } from './issuing-body.ts';

describe('the body that issued a document', () => {
	it.each([
		['Trưởng Ban Chỉ đạo tỉnh', 'Ban Chỉ đạo tỉnh'],
		['Phó Trưởng ban Chỉ đạo cấp xã', 'Ban Chỉ đạo cấp xã'],
		['Giám đốc Công an tỉnh', 'Công an tỉnh'],
		['Chủ tịch Ủy ban nhân dân cấp huyện', 'Ủy ban nhân dân cấp huyện'],
		[' Công an tỉnh ', 'Công an tỉnh'],
		['Trưởngban', 'Trưởngban']
	])('for whom %s signs is %s', (signatory, body) => {
		expect(issuingBody(signatory)).toBe(body);
	});

	it.each([
		['1661/NQ-UBTVQH15', 'standing-committee'],
		['72/2025/QH15', 'assembly'],
		['15/NQ-CP', 'government'],
		['MH-109/QĐ-BCĐ', undefined]
	] as const)('%s names %s', (number, legislature) => {
		expect(legislatureOf(number)).toBe(legislature);
	});
});

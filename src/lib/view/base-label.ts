import type { TrendBase, TrendQuestion } from '#lib/domain/evidence/classes.ts';
import type { TrendAsked } from '#lib/domain/evidence/trend.ts';
import { m } from '#lib/paraglide/messages.js';

/** The base in words, to follow "so với": "cùng kỳ". */
export function baseLabel(base: TrendBase): string {
	switch (base) {
		case 'same-period':
			return m.base_same_period();
		case 'three-years':
			return m.base_three_years();
		case 'before-approval':
			return m.base_before_approval();
	}
}

/** What a commune is held against: itself, or the course of the province. */
export function questionLabel(question: TrendQuestion): string {
	return question === 'own' ? m.question_own() : m.question_province();
}

/** Base and question in words, to follow "so với": "cùng kỳ", "cùng kỳ, đã trừ diễn biến chung của tỉnh". */
export function comparedWith({ base, question }: TrendAsked): string {
	return question === 'own' ? baseLabel(base) : m.compared_with_province({ base: baseLabel(base) });
}

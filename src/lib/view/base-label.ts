import type { TrendBase } from '#lib/domain/evidence/classes.ts';
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

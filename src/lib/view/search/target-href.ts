import { toMonthText } from '#lib/domain/period.ts';
import { parseViewParams, toQuery } from '../view-params.ts';
import type { SearchTarget } from './search-result.ts';

/**
 * Address of what a search found, without a language.
 *
 * @param view the view in the address, which stays as far as it still fits
 * @param beside for a month: compared with the month in view
 * @example targetHref({ is: 'month', month: toMonth(2023, 6) }, new URLSearchParams(), { beside: false }) // '/?t=2023-06'
 */
export function targetHref(
	target: Exclude<SearchTarget, { is: 'action' }>,
	view: URLSearchParams,
	{ beside }: { beside: boolean }
): string {
	const params = parseViewParams(view);
	switch (target.is) {
		case 'page':
			return target.href;
		case 'month': {
			if (beside) {
				const query = toQuery({ ...params, unit: undefined, picked: [] });
				query.set('with', toMonthText(target.month));
				return `/compare?${query}`;
			}
			return mapHref({ ...params, month: target.month, unit: undefined, picked: [] });
		}
		case 'district':
			return mapHref({ ...params, district: target.name, unit: undefined });
		case 'commune': {
			const month = target.month ?? (target.formerCode === undefined ? params.month : undefined);
			const chosen = { ...params, month, on: undefined, district: undefined, classes: [] };
			if (beside) return mapHref({ ...chosen, picked: [...params.picked, target.code] });
			const query = toQuery({
				...chosen,
				unit: target.code,
				picked: [],
				chosenAs: target.formerCode
			});
			return `/?${query}`;
		}
	}
}

function mapHref(params: ReturnType<typeof parseViewParams>): string {
	const query = toQuery(params).toString();
	return query === '' ? '/' : `/?${query}`;
}

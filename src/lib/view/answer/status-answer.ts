import { statusCode, type StatusClass } from '#lib/domain/map-class.ts';
import { yearOf, type Month } from '#lib/domain/period.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatMonth, formatShare } from '../format.ts';
import type { ClassSource } from '../frame-view.ts';
import { countFillCodes } from '../legend.ts';
import { statusPiecesAt } from '../status-pieces.ts';
import { APPROVED, KEPT, REACHED, RELAPSED, sumStatuses } from '../status-sum.ts';
import { listNames, type AnswerPart, type ClassesAct, type Named } from './answer-part.ts';

/** What the answer of a theme is made from. */
export interface AnswerView {
	source: ClassSource;
	month: Month;
	/** First month of the timeline. */
	firstMonth: Month;
	/** Whether a commune (by its row) is in the chosen district. */
	included: (row: number) => boolean;
	/** The district that is chosen, as the sentence names it. */
	scope: string | undefined;
}

const STATUS_VIEW = { theme: 'status', perPeople: false, layer: 'change' } as const;

function classes(statuses: readonly StatusClass[], label: string): ClassesAct {
	return { is: 'classes', codes: statuses.map(statusCode), label };
}

/**
 * How many communes were transformed, kept it, relapsed: the headline figures of the programme, each leading to its
 * communes on the map.
 */
export function statusAnswer(view: AnswerView): AnswerPart[] {
	const { source, month, firstMonth, included, scope } = view;
	const sum = sumStatuses(countFillCodes(source, month, STATUS_VIEW, included));
	if (sum.approved === 0) {
		const words = m.answer_none_approved({ month: formatMonth(month) });
		return [{ text: scope === undefined ? words : m.answer_in({ scope }) + words }];
	}
	const count = (codes: readonly string[]) =>
		sum.reached
			.filter(({ status }) => codes.includes(status))
			.reduce((all, each) => all + each.count, 0);
	const [kept, relapsed] = [count(KEPT), count(RELAPSED)];
	const approvedText = m.answer_approved({ n: sum.approved, count: formatCount(sum.approved) });
	const reachedText = m.answer_reached({ count: formatCount(sum.transformed) });
	const start: AnswerPart[] = [
		{
			text:
				scope === undefined ? m.answer_since({ year: yearOf(firstMonth) }) : m.answer_in({ scope })
		},
		{ text: approvedText, act: classes(APPROVED, m.legend_approved()) },
		{ text: m.answer_approved_after() }
	];
	if (sum.transformed === 0) return [...start, { text: m.answer_none_reached() }];
	const keptText = m.answer_kept({ n: kept, count: formatCount(kept) });
	const middle: AnswerPart[] = [
		...start,
		{ text: ', ' },
		{ text: reachedText, act: classes(REACHED, m.legend_reached()) },
		{ text: m.answer_share({ share: formatShare(sum.transformed / sum.approved) }) },
		{ text: m.answer_to_date() },
		{ text: keptText, act: classes(KEPT, keptText) }
	];
	if (relapsed === 0) return [...middle, { text: m.answer_none_relapsed() }];
	const relapsedText = m.answer_relapsed({ count: formatCount(relapsed) });
	const act = classes(RELAPSED, relapsedText);
	const names = relapsedOf(view);
	return [
		...middle,
		{ text: ', ' },
		{ text: relapsedText, act },
		...(names.length <= 3 ? [{ text: ': ' }, ...listNames(names, act, ', ')] : []),
		{ text: '.' }
	];
}

/** Communes, or former communes, that relapsed, whatever is done there since. */
export function relapsedOf({
	source,
	month,
	included
}: Pick<AnswerView, 'source' | 'month' | 'included'>): Named[] {
	const fell: readonly string[] = RELAPSED;
	return source.units.flatMap((unit, row) =>
		included(row)
			? statusPiecesAt(source, row, month)
					.filter(({ status }) => fell.includes(status))
					.map(({ name }) => ({ name, unitId: unit.id }))
			: []
	);
}

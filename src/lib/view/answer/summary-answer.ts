import { summaryCode, type SummaryRow } from '#lib/domain/map-class.ts';
import { m } from '#lib/paraglide/messages.js';
import { fillCode } from '../frame-view.ts';
import { listNames, type AnswerPart } from './answer-part.ts';
import type { AnswerView } from './status-answer.ts';

const SUMMARY_VIEW = { theme: 'summary', perPeople: false, layer: 'change' } as const;

const LINES: readonly { row: SummaryRow; text: () => string }[] = [
	{ row: 'open', text: m.answer_open_rising },
	{ row: 'reached', text: m.answer_reached_rising },
	{ row: 'unlisted', text: m.answer_unlisted_rising }
];

/** Which communes to ask about first: those where cases rise, by where they stand in the programme. */
export function summaryAnswer({ source, month, included, scope }: AnswerView): AnswerPart[] {
	const lines = LINES.flatMap(({ row, text }): AnswerPart[] => {
		const code = summaryCode(`${row} rising`);
		const named = source.units.flatMap((unit, at) =>
			included(at) && fillCode(source, at, month, SUMMARY_VIEW) === code
				? [{ name: unit.name, unitId: unit.id }]
				: []
		);
		if (named.length === 0) return [];
		const act = { is: 'classes', codes: [code], label: text().replace(/:\s*$/u, '') } as const;
		return [{ text: text() }, ...listNames(named, act, ', '), { text: '. ' }];
	});
	const opening = scope === undefined ? [] : [{ text: m.answer_in({ scope }) }];
	if (lines.length === 0) return [...opening, { text: m.answer_no_summary() }];
	return [...opening, ...lines.slice(0, -1), { text: '.' }];
}

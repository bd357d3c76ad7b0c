import { m } from '#lib/paraglide/messages.js';
import { formatCount } from '../format.ts';
import type { Theme, ViewParams } from '../view-params.ts';

/** Shows only communes of some classes. */
export interface ClassesAct {
	is: 'classes';
	codes: readonly number[];
	/** What they are called together. */
	label: string;
}

/** What a linked part of an answer leads to. */
export type AnswerAct =
	| ClassesAct
	| { is: 'unit'; unitId: number }
	| { is: 'theme'; theme: Theme }
	| { is: 'view'; change: Partial<ViewParams> };

/** A piece of an answer: plain text, or the name of something that it leads to. */
export interface AnswerPart {
	text: string;
	act?: AnswerAct;
}

/** Names that a sentence lists; more of them are counted. */
const LISTED = 3;

/** Something with a name that a sentence may list. */
export interface Named {
	name: string;
	/** The commune to open. */
	unitId: number;
}

/**
 * Names in a sentence, each leading to its commune: up to three, else how many with a link to all of them.
 *
 * @example listNames([{ name: 'Chà Tở', unitId: 1 }, { name: 'Sáng Nhè', unitId: 2 }], classes, ', ')
 */
export function listNames(named: readonly Named[], all: ClassesAct, last: string): AnswerPart[] {
	if (named.length > LISTED) {
		return [
			{ text: m.answer_many({ n: named.length, count: formatCount(named.length) }), act: all }
		];
	}
	return named.flatMap(({ name, unitId }, at): AnswerPart[] => [
		...(at === 0 ? [] : [{ text: at === named.length - 1 ? last : ', ' }]),
		{ text: name, act: { is: 'unit', unitId } }
	]);
}

/** An answer as one line of text, for screen readers, slides and tests. */
export function answerText(parts: readonly AnswerPart[]): string {
	return parts.map(({ text }) => text).join('');
}

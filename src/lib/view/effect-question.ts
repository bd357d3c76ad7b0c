import * as v from 'valibot';

const Year = v.pipe(v.string(), v.regex(/^\d{4}$/), v.transform(Number));

/** What an address asks of an effect study: `from` and `to`, years of approval, `not`, codes by dots, and `model`, a type. */
const Question = v.object({
	from: v.optional(Year),
	to: v.optional(Year),
	not: v.optional(v.pipe(v.string(), v.regex(/^[\d.]*$/)), ''),
	model: v.optional(v.string())
});

/** A question about the effect: which years of approval, and which communes not to compare with. */
export interface EffectAsked {
	/** Undefined for the latest that can be looked at. */
	years: { from: number; to: number } | undefined;
	without: string[];
	/** A type of community model whose first site takes the place of approval. */
	model: string | undefined;
}

/**
 * Reads a question from an address.
 *
 * @returns undefined where it cannot be understood
 * @example readEffectQuestion(new URLSearchParams('from=2019&to=2021')) // { years: { from: 2019, to: 2021 }, … }
 */
export function readEffectQuestion(query: URLSearchParams): EffectAsked | undefined {
	const read = v.safeParse(Question, Object.fromEntries(query));
	return read.success ? toAsked(read.output) : undefined;
}

/** Reads a question from the address of a page; what is unreadable there is as if it were not. */
export function parseEffectQuestion(query: URLSearchParams): EffectAsked {
	const { from, to, not, model } = Question.entries;
	const read = {
		from: v.fallback(from, undefined),
		to: v.fallback(to, undefined),
		not: v.fallback(not, ''),
		model: v.fallback(model, undefined)
	};
	return toAsked(v.parse(v.object(read), Object.fromEntries(query)));
}

function toAsked({ from, to, not, model }: v.InferOutput<typeof Question>): EffectAsked {
	const years =
		from === undefined && to === undefined
			? undefined
			: { from: Math.min(from ?? to!, to ?? from!), to: Math.max(from ?? to!, to ?? from!) };
	return { years, model, without: not.split('.').filter((code) => code !== '') };
}

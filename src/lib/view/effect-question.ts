import * as v from 'valibot';

const Year = v.pipe(v.string(), v.regex(/^\d{4}$/), v.transform(Number));

/** What the address of an effect study asks: `from` and `to`, years of approval, and `not`, codes by dots. */
const Question = v.object({
	from: v.fallback(v.optional(Year), undefined),
	to: v.fallback(v.optional(Year), undefined),
	not: v.fallback(v.optional(v.string(), ''), '')
});

/** A question about the effect: which years of approval, and which communes not to compare with. */
export interface EffectAsked {
	/** Undefined for the latest that can be looked at. */
	years: { from: number; to: number } | undefined;
	without: string[];
}

/** Reads a question from an address; what is unreadable there is as if it were not. */
export function parseEffectQuestion(query: URLSearchParams): EffectAsked {
	const { from, to, not } = v.parse(Question, Object.fromEntries(query));
	const years =
		from === undefined && to === undefined
			? undefined
			: { from: Math.min(from ?? to!, to ?? from!), to: Math.max(from ?? to!, to ?? from!) };
	return { years, without: not.split('.').filter((code) => code !== '') };
}

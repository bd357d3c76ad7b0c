import * as v from 'valibot';

/** What a month's trends add up to, as the server sends it. */
const TrendSummarySchema = v.object({
	judged: v.number(),
	falling: v.number(),
	rising: v.number(),
	unclear: v.number(),
	byChance: v.number(),
	surviving: v.array(v.object({ q: v.number(), falling: v.number(), rising: v.number() })),
	/** The province's last twelve months; absent where no commune reported both years in full. */
	year: v.optional(
		v.object({
			now: v.number(),
			base: v.number(),
			units: v.number(),
			ofUnits: v.number(),
			expected: v.optional(
				v.object({
					mean: v.number(),
					low: v.number(),
					high: v.number(),
					place: v.picklist(['below', 'within', 'above'])
				})
			)
		})
	)
});
export type SentTrendSummary = v.InferOutput<typeof TrendSummarySchema>;

/** @throws ValiError for anything that is not a summary of trends */
export function readTrendSummary(sent: unknown): SentTrendSummary {
	return v.parse(TrendSummarySchema, sent);
}

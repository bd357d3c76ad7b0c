import * as v from 'valibot';

const whole = v.pipe(v.number(), v.integer());

/** So much of a part. */
const cellTerm = v.object({ part: v.string(), factor: v.number() });
export type CellTerm = v.InferOutput<typeof cellTerm>;

/** What a cell is the sum of, as the ledger keeps it. */
export const cellTerms = v.array(cellTerm);

/**
 * Whose count a cell is: a commune's, by the id of its latest identity; that of the communes that were on a track
 * by the end of a year; that of a frame's communes that reported one year (`recorded`) or two (`compared`) in
 * full, of which `until` is the latter; or what the communes of a frame add up to, by its first day.
 */
const cellSubject = v.variant('of', [
	v.object({ of: v.literal('unit'), unitId: whole }),
	v.object({ of: v.literal('programme'), track: v.string(), until: whole }),
	v.object({ of: v.picklist(['recorded', 'compared']), until: whole }),
	v.object({ of: v.literal('frame'), from: v.string() })
]);
export type CellSubject = v.InferOutput<typeof cellSubject>;

/** What may be published of an indicator in a year. */
const publicYear = v.object({
	indicator: v.string(),
	year: whole,
	/** Ids of communes, the latest of their identities, whose count is shown. */
	unitIds: v.array(whole),
	/** Totals that are shown, by `totalKey`. */
	totals: v.array(v.string()),
	/** The small counts that could be inferred. */
	unsafe: v.array(cellSubject)
});

const publicPlan = v.object({
	years: v.array(publicYear),
	/** What the ledger does not say yet. */
	entries: v.array(
		v.object({
			indicator: v.string(),
			year: whole,
			terms: cellTerms,
			state: v.picklist(['hidden', 'shown'])
		})
	)
});
/** What may be published at one version of the data. */
export type PublicPlan = v.InferOutput<typeof publicPlan>;

/** What the thread of an audit says. */
export const auditMessage = v.variant('say', [
	v.object({ say: v.literal('progress'), done: whole, of: whole }),
	v.object({ say: v.literal('plan'), plan: publicPlan }),
	v.object({ say: v.literal('failed'), message: v.string() })
]);
export type AuditMessage = v.InferOutput<typeof auditMessage>;

/** How far the audit before public copies is, as a page asks it. */
export const auditState = v.variant('state', [
	v.object({ state: v.literal('running'), share: v.number() }),
	v.object({ state: v.literal('passed'), year: whole }),
	v.object({ state: v.literal('refused'), reason: v.string() })
]);
export type AuditState = v.InferOutput<typeof auditState>;

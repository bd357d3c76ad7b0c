import * as v from 'valibot';
import { ORPHAN_REASONS } from '#lib/domain/models/review.ts';

/** What the server sends to the page of community models, as JSON. */

const CommuneSchema = v.object({
	code: v.string(),
	name: v.string(),
	kind: v.string(),
	validFrom: v.string(),
	validTo: v.nullable(v.string())
});
export type ModelCommune = v.InferOutput<typeof CommuneSchema>;

const ModelSchema = v.object({
	code: v.string(),
	nameVi: v.string(),
	nameEn: v.string(),
	retiredOn: v.nullable(v.string())
});

/** A site with the commune that it lies in now, or where it lay last. */
const SiteSchema = v.object({
	id: v.number(),
	code: v.string(),
	name: v.string(),
	modelCode: v.string(),
	foundedOn: v.string(),
	commune: CommuneSchema
});
export type ModelSiteRow = v.InferOutput<typeof SiteSchema>;

/** A type in the list of all types, on the boundaries of the study. */
const ModelRowSchema = v.object({
	model: ModelSchema,
	/** Active sites at the end of the last month. */
	sites: v.number(),
	/** Communes with an active site then. */
	communes: v.number(),
	/** Sites that state an origin, of all that were ever founded. */
	copies: v.number()
});
export type ModelRow = v.InferOutput<typeof ModelRowSchema>;

const CurveSchema = v.object({
	points: v.array(v.object({ month: v.number(), communes: v.number() })),
	of: v.number(),
	tenth: v.optional(v.number()),
	half: v.optional(v.number()),
	years: v.optional(v.number())
});

const CopiesSchema = v.object({
	sites: v.number(),
	stated: v.number(),
	unknown: v.number(),
	enough: v.boolean(),
	children: v.array(v.object({ site: SiteSchema, copies: v.number() })),
	generations: v.array(v.number()),
	medianMonths: v.optional(v.number())
});
export type ModelCopies = v.InferOutput<typeof CopiesSchema>;

const SpreadSchema = v.object({
	adoptions: v.number(),
	bordering: v.number(),
	expected: v.number(),
	variance: v.number(),
	z: v.optional(v.number()),
	p: v.optional(v.number()),
	verdict: v.optional(v.picklist(['more', 'no-more']))
});

const ReviewSchema = v.object({
	idle: v.array(SiteSchema),
	doubled: v.array(
		v.object({
			sites: v.array(SiteSchema),
			sameName: v.boolean(),
			nearestM: v.optional(v.number())
		})
	),
	orphaned: v.array(v.object({ site: SiteSchema, reasons: v.array(v.picklist(ORPHAN_REASONS)) }))
});
export type ModelReview = v.InferOutput<typeof ReviewSchema>;

const ModelStudySchema = v.object({
	/** All types, the one with the most communes first. */
	models: v.array(ModelRowSchema),
	/** Code of the type that is studied. */
	model: v.string(),
	/** First day of the boundaries that it is studied on. */
	frame: v.string(),
	/** The last month counted. */
	until: v.number(),
	/** Sites of the type that no commune of these boundaries holds, because theirs was divided or closed. */
	unplaced: v.number(),
	curve: CurveSchema,
	copies: CopiesSchema,
	spread: SpreadSchema,
	/** Communes that ever had the type, and how many of them were approved on the track. */
	crime: v.object({ adopters: v.number(), approved: v.number(), tooMany: v.boolean() }),
	/** Sites of all types to look at, on the last day of the last month of today's boundaries. */
	review: ReviewSchema
});
export type ModelStudy = v.InferOutput<typeof ModelStudySchema>;

/**
 * A study as it was sent; null where there are no types or no boundaries yet.
 *
 * @throws ValiError for anything else
 */
export function readModelStudy(sent: unknown): ModelStudy | null {
	return v.parse(v.nullable(ModelStudySchema), sent);
}

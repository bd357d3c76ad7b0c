import * as v from 'valibot';

/** What the server sends to the map of community models, as JSON. */

const SiteTypeSchema = v.object({ code: v.string(), nameVi: v.string(), nameEn: v.string() });

const FrameSiteSchema = v.object({
	id: v.number(),
	/** Code of its type. */
	type: v.string(),
	foundedOn: v.string(),
	/** The first day on which it ran no longer; null while it runs. */
	closedOn: v.nullable(v.string()),
	/** Longitude and latitude in degrees; null where the data have none. */
	position: v.nullable(v.tuple([v.number(), v.number()])),
	/** The commune of the frame that it lies in; null where none holds most of its own. */
	unitId: v.nullable(v.number()),
	/** Full name of the commune that it was founded in, which may be a former one. */
	commune: v.string(),
	/** Where it was copied from, in the words of the data; null where it states no origin. */
	origin: v.nullable(v.string()),
	/** The site that it was copied from; null where the origin is no known site. */
	originId: v.nullable(v.number()),
	/** The commune of the frame that the origin lies in, be the origin a site or a commune. */
	originUnitId: v.nullable(v.number())
});
/** A site on the boundaries of a frame. */
export type FrameSite = v.InferOutput<typeof FrameSiteSchema>;

const FrameSitesSchema = v.object({
	types: v.array(SiteTypeSchema),
	/** Every site that was ever founded, the earliest first. */
	sites: v.array(FrameSiteSchema)
});
export type FrameSites = v.InferOutput<typeof FrameSitesSchema>;

/**
 * The sites of a frame as they were sent.
 *
 * @throws ValiError for anything else
 */
export function readFrameSites(sent: unknown): FrameSites {
	return v.parse(FrameSitesSchema, sent);
}

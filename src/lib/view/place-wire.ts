import * as v from 'valibot';
import { SCHEMES } from '#lib/domain/period.ts';
import { STATUSES } from '#lib/domain/status.ts';

/** What the server sends to the search, as JSON: every name that a place of the province ever had. */

const PlaceSchema = v.object({
	code: v.string(),
	kind: v.string(),
	name: v.string(),
	/** First day on which it bore this name. */
	validFrom: v.string(),
	/** Last day; null while it exists. */
	validTo: v.nullable(v.string()),
	/** The district that it belonged to last; null for a commune of the time without districts. */
	district: v.nullable(v.string()),
	/** What it belongs to now; empty for a commune in force, and where nothing of it is known any more. */
	now: v.array(v.object({ code: v.string(), name: v.string() })),
	/** Names of the communes that it was merged from. */
	formers: v.array(v.string()),
	/** Its last status on the track; null for a merged commune that has no record of its own yet. */
	status: v.nullable(v.picklist([...STATUSES, 'retransforming'])),
	/** The day since which it had this status; null without a record. */
	since: v.nullable(v.string())
});
export type Place = v.InferOutput<typeof PlaceSchema>;

const FormerDistrictSchema = v.object({
	/** With its kind: Huyện Điện Biên. */
	name: v.string(),
	validFrom: v.string(),
	validTo: v.string(),
	/** How many communes it had on its last day. */
	communes: v.number()
});
export type FormerDistrict = v.InferOutput<typeof FormerDistrictSchema>;

const PlacesSchema = v.object({
	/** In which calendar months are. */
	calendar: v.picklist(SCHEMES),
	/** The month in which the timeline begins. */
	firstMonth: v.number(),
	communes: v.array(PlaceSchema),
	districts: v.array(FormerDistrictSchema)
});
export type Places = v.InferOutput<typeof PlacesSchema>;

/**
 * Places as they were sent.
 *
 * @throws ValiError for anything else
 */
export function readPlaces(sent: unknown): Places {
	return v.parse(PlacesSchema, sent);
}

import * as v from 'valibot';
import { STATUSES } from '#lib/domain/status.ts';

/** What happened to communes in the programme, the earliest first, as the server sends it. */
const StatusChangesSchema = v.object({
	changes: v.array(
		v.object({
			date: v.string(),
			/** Name of the commune then, without its kind. */
			name: v.string(),
			/** Code of the commune that its land lies in now. */
			code: v.string(),
			status: v.picklist(STATUSES),
			/** After a relapse. */
			again: v.boolean()
		})
	)
});
export type StatusChanges = v.InferOutput<typeof StatusChangesSchema>;

/** @throws ValiError for anything else */
export function readStatusChanges(sent: unknown): StatusChanges {
	return v.parse(StatusChangesSchema, sent);
}

import { m } from '#lib/paraglide/messages.js';

/** What the server answers, or keeps of a job, when its disk is full. */
const FULL = ['507', 'disk-full'];

/**
 * What went wrong with a file, in words, with a way out.
 *
 * @param reason status of the answer, or what the job says of itself
 * @param sent whether the file has arrived
 */
export function failureText(reason: string, sent: boolean): string {
	if (FULL.includes(reason)) return m.data_disk_full();
	if (reason === 'time-limit') return m.data_time_limit();
	return sent ? m.data_failed({ detail: reason }) : m.data_upload_failed();
}

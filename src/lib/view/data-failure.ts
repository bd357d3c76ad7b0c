import { m } from '#lib/paraglide/messages.js';
import { DISK_FULL, LOADING_ELSEWHERE, MEMORY_LIMIT, RESTARTED, TIME_LIMIT } from './data-wire.ts';

/** Status of an answer when the server's disk is full. */
const INSUFFICIENT_STORAGE = '507';
/** Status of an answer to a file, or to all that wait, that is larger than may be. */
const TOO_LARGE = '413';

/**
 * What went wrong with a file, and what to do.
 *
 * @param reason status of the answer, or what the job says of itself
 * @param sent whether the file has arrived
 */
export function failureText(reason: string, sent: boolean): string {
	if (reason === INSUFFICIENT_STORAGE || reason === DISK_FULL) return m.data_disk_full();
	if (reason === TOO_LARGE) return m.data_too_large();
	if (reason.startsWith(LOADING_ELSEWHERE)) {
		return m.data_loading_elsewhere({ holder: reason.slice(LOADING_ELSEWHERE.length) || '?' });
	}
	if (reason === MEMORY_LIMIT) return m.data_memory_limit();
	if (reason === RESTARTED) return m.data_restarted();
	if (reason === TIME_LIMIT) return m.data_time_limit();
	return sent ? m.data_failed({ detail: reason }) : m.data_upload_failed();
}

import { DISK_FULL, LOADING_ELSEWHERE, MEMORY_LIMIT } from '#lib/view/data-wire.ts';
import { errorText } from '../db/error-text.ts';
import { hasCode } from '../db/has-code.ts';
import { isDiskFull } from '../db/is-disk-full.ts';
import { LoadingElsewhere } from '../import/lock-loads.ts';

const OUT_OF_MEMORY = new Set(['ERR_WORKER_OUT_OF_MEMORY']);

/** Why a task failed: a word that pages know, or what the error says. */
export function failureReason(error: unknown): string {
	if (isDiskFull(error)) return DISK_FULL;
	if (hasCode(error, OUT_OF_MEMORY)) return MEMORY_LIMIT;
	if (error instanceof LoadingElsewhere) return `${LOADING_ELSEWHERE}${error.holder}`;
	return errorText(error);
}

/** Error codes of a full disk, of the system and of PostgreSQL. */
const CODES = new Set(['ENOSPC', 'EDQUOT', '53100']);
const WORDS = /no space left on device|disk quota exceeded|\bENOSPC\b/i;

/** Whether an error, or its cause, is a full disk. */
export function isDiskFull(error: unknown): boolean {
	if (typeof error !== 'object' || error === null) return false;
	const { code, message, cause } = error as { code?: unknown; message?: unknown; cause?: unknown };
	return (
		(typeof code === 'string' && CODES.has(code)) ||
		(typeof message === 'string' && WORDS.test(message)) ||
		isDiskFull(cause)
	);
}

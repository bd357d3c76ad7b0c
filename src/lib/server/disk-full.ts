/** What the system, PostgreSQL and the embedded database say when nothing more can be written. */
const CODES = new Set(['ENOSPC', 'EDQUOT', '53100']);
const WORDS = /no space left on device|disk quota exceeded|\bENOSPC\b/i;

/** Whether an error, or what caused it, is that nothing more can be written to the disk. */
export function isDiskFull(error: unknown): boolean {
	if (typeof error !== 'object' || error === null) return false;
	const { code, message, cause } = error as { code?: unknown; message?: unknown; cause?: unknown };
	return (
		(typeof code === 'string' && CODES.has(code)) ||
		(typeof message === 'string' && WORDS.test(message)) ||
		isDiskFull(cause)
	);
}

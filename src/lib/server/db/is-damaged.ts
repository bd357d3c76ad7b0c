/** PostgreSQL's codes for pages, indexes and files that are not as it wrote them. */
const CODES = new Set(['XX001', 'XX002', '58P01', '58030']);

/** Whether an error, or its cause, means that the files of the database are damaged. */
export function isDamaged(error: unknown): boolean {
	if (typeof error !== 'object' || error === null) return false;
	const { code, cause } = error as { code?: unknown; cause?: unknown };
	return (typeof code === 'string' && CODES.has(code)) || isDamaged(cause);
}

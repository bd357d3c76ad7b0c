/** Whether an error, or what caused it, has one of some codes of PostgreSQL or of the system. */
export function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
	if (typeof error !== 'object' || error === null) return false;
	const { code, cause } = error as { code?: unknown; cause?: unknown };
	return (typeof code === 'string' && codes.has(code)) || hasCode(cause, codes);
}

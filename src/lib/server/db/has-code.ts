/** Whether an error, or what caused it, has one of some codes of PostgreSQL or of the system. */
export function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
	if (typeof error !== 'object' || error === null) return false;
	const { code, cause } = error as { code?: unknown; cause?: unknown };
	return (typeof code === 'string' && codes.has(code)) || hasCode(cause, codes);
}

/** The first code of an error or of what caused it. */
export function firstCode(error: unknown): string | undefined {
	if (typeof error !== 'object' || error === null) return undefined;
	const { code, cause } = error as { code?: unknown; cause?: unknown };
	return typeof code === 'string' ? code : firstCode(cause);
}

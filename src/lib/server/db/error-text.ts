/**
 * What an error says, for logs and reports: without SQL and parameter values, which Drizzle puts into its messages and
 * which may be a province's figures.
 */
export function errorText(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if (!('query' in error)) return error.message;
	const { cause } = error;
	if (!(cause instanceof Error)) return 'A query failed.';
	return 'code' in cause ? `${String(cause.code)}: ${cause.message}` : cause.message;
}

/** The same, followed by the stack trace. */
export function errorStack(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	return [`${error.name}: ${errorText(error)}`, ...places].join('\n');
}

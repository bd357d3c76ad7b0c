import { hasCode } from './has-code.ts';

const LOST = new Set([
	'ECONNREFUSED',
	'ECONNRESET',
	'EPIPE',
	'ETIMEDOUT',
	'CONNECTION_CLOSED',
	'CONNECTION_ENDED',
	'CONNECTION_DESTROYED',
	'CONNECT_TIMEOUT',
	'57P01',
	'57P02',
	'57P03',
	'08006',
	'08001'
]);

/** Whether an error means that the database server is away, rather than that a query was wrong. */
export function isLost(error: unknown): boolean {
	return hasCode(error, LOST);
}

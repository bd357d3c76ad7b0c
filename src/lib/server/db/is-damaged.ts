import { hasCode } from './has-code.ts';

/** PostgreSQL's codes for pages, indexes and files that are not as it wrote them. */
const CODES = new Set(['XX001', 'XX002', '58P01', '58030']);

/** Whether an error, or its cause, means that the files of the database are damaged. */
export function isDamaged(error: unknown): boolean {
	return hasCode(error, CODES);
}

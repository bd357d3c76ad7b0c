import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, it } from 'vitest';
import { errorStack, errorText } from './error-text.ts';

const cause = Object.assign(new Error('relation "figure" does not exist'), { code: '42P01' });
const failed = new DrizzleQueryError('select secret from figure where id = $1', [4711], cause);

it('tells why a query failed, without the query and its values', () => {
	expect(failed.message).toContain('4711');
	for (const text of [errorText(failed), errorStack(failed)]) {
		expect(text).toContain('42P01: relation "figure" does not exist');
		expect(text).not.toMatch(/select|4711/);
	}
	expect(errorStack(failed)).toMatch(/\n\s+at /);
});

it('tells other errors as they are', () => {
	expect(errorText(new Error('ENOENT'))).toBe('ENOENT');
	expect(errorText('text')).toBe('text');
	expect(errorStack(new TypeError('wrong'))).toMatch(/^TypeError: wrong\n\s+at /);
});

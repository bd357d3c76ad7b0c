import { expect, it } from 'vitest';
import { hasToken } from './token.ts';

const sent = (authorization: string) => new Headers({ authorization });

it.each([
	['the token', sent('Bearer secret'), 'secret', true],
	['another one', sent('Bearer secreT'), 'secret', false],
	['a part of it', sent('Bearer secre'), 'secret', false],
	['another scheme', sent('Basic secret'), 'secret', false],
	['none', new Headers(), 'secret', false],
	['something, where no token is set', sent('Bearer undefined'), undefined, false]
])('a request with %s', (_, headers, token, has) => {
	expect(hasToken(headers, token)).toBe(has);
});

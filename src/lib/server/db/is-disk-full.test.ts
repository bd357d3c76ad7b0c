import { expect, it } from 'vitest';
import { isDiskFull } from './is-disk-full.ts';

it('knows a full disk by what each part of the server says of it', () => {
	const written = Object.assign(new Error('ENOSPC: no space left on device, write'), {
		code: 'ENOSPC'
	});
	const postgres = Object.assign(new Error('could not extend file'), { code: '53100' });
	const embedded = new Error('could not write to file "pg_wal/x": No space left on device');
	for (const error of [written, postgres, embedded, new Error('x', { cause: postgres })]) {
		expect(isDiskFull(error), error.message).toBe(true);
	}
	for (const error of [new Error('x'), undefined, 'ENOSPC', { code: 'ENOENT' }, null]) {
		expect(isDiskFull(error)).toBe(false);
	}
});

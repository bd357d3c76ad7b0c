import { expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { failureText } from './data-failure.ts';

it('says that the disk is full, whoever says so', () => {
	overwriteGetLocale(() => 'vi');
	for (const [reason, sent] of [
		['507', false],
		['disk-full', true]
	] as const) {
		expect(failureText(reason, sent)).toContain('hết chỗ trên đĩa');
	}
	expect(failureText('time-limit', true)).toContain('quá lâu');
	expect(failureText('413', false)).toContain('2 GB');
	expect(failureText('0', false)).toContain('Không gửi được tệp');
	expect(failureText('The task ended without a result.', true)).toContain('without a result');
});

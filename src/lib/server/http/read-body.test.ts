import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readBody, readFileName, readJson } from './read-body.ts';

const sent = (body: string, headers: Record<string, string> = {}) =>
	new Request('http://localhost/api/x', { method: 'POST', body, headers });
const refusal = (promise: Promise<unknown>) =>
	promise.then(
		() => undefined,
		(refused: { status: number; body: { message: string } }) =>
			`${refused.status} ${refused.body.message}`
	);

describe('a body that is JSON', () => {
	it('is read with clean texts, also in names', async () => {
		expect(await readJson(sent('{"a\\u0000":["x\\u0000y\\u000b","\\ud800"]}'))).toEqual({
			a: ['xy\n', '']
		});
	});

	it.each(['', 'null', '{"a":', 'a=1', '\u0000'])('that is %j is nothing', async (body) => {
		expect((await readJson(sent(body))) ?? undefined).toBeUndefined();
	});

	it('may not be nested beyond reason, but for brackets in a text', async () => {
		const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
		expect(await readJson(sent(nested(100_000)))).toBeUndefined();
		expect(await readJson(sent(nested(30)))).toEqual(JSON.parse(nested(30)));
		expect(await readJson(sent(JSON.stringify([`${'['.repeat(100)}\\"`])))).toHaveLength(1);
	});

	it('is refused beyond 1 MB, whether it says so or not', async () => {
		const large = JSON.stringify('x'.repeat(1_000_000));
		expect(await refusal(readJson(sent(large)))).toBe('413 body-too-large');
		const stream = new Blob([large]).stream();
		const silent = new Request('http://localhost', {
			method: 'POST',
			body: stream,
			...({ duplex: 'half' } as object)
		});
		expect(await refusal(readJson(silent))).toBe('413 body-too-large');
	});

	it('that is too large is received, so that its sender has an answer, but not without end', async () => {
		let given = 0;
		const endless = new ReadableStream({
			pull(controller) {
				given += 65_536;
				controller.enqueue(new Uint8Array(65_536));
			}
		});
		const request = new Request('http://localhost', {
			method: 'POST',
			body: endless,
			...({ duplex: 'half' } as object)
		});
		expect(await refusal(readJson(request))).toBe('413 body-too-large');
		expect(given).toBeGreaterThan(16_000_000);
		expect(given).toBeLessThan(17_000_000);
	});

	it('is held against its schema', async () => {
		const schema = v.object({ month: v.string() });
		expect(await readBody(sent('{"month":"2026-10"}'), schema, 'x')).toEqual({ month: '2026-10' });
		expect(await refusal(readBody(sent('{"month":1}'), schema, 'x'))).toBe('400 x');
		expect(await refusal(readBody(sent('null'), schema, 'x'))).toBe('400 x');
	});
});

it('reads the name of a file, and refuses one that cannot be read', () => {
	const named = (name: string) => ({ headers: new Headers({ 'x-file-name': name }) });
	expect(readFileName(named(encodeURIComponent('báo cáo.xlsx')))).toBe('báo cáo.xlsx');
	for (const name of ['%', '%C3%28', '']) expect(() => readFileName(named(name))).toThrow();
});

import type { APIRequestContext } from '@playwright/test';
import { listRoutes, type Route } from './support/routes.ts';
import { expect, test } from './support/test.ts';

/* Nothing that is sent to any address makes the server fail: it is taken, refused or not found. */

const PARAMETERS = [
	'0',
	'-1',
	'999999999',
	'2147483648',
	'99999999999999999999',
	'abc',
	'%00',
	'..%2f..%2fetc%2fpasswd',
	'%C3%28',
	'%F0%9F%98%80',
	'x'.repeat(300),
	'2026-10',
	'2025-07-01',
	'__proto__',
	"'%20OR%201=1--"
];
const QUERIES = [
	'?t=abc&track=%00&unit=%00&class=abc&district=%00&layer=zz&theme=zz&base=zz&on=zz&v=zz',
	'?t=9999-99&from=2030-01&to=2010-01&date=zz&kind=zz&scheme=zz&indicator=%00',
	`?track=${'x'.repeat(5000)}&public=1&t=1900-01&paper=Z9&scale=99&land=on`,
	'?from=%00&to=zz&units=1,2,x,%00&codes=%00&with=zz'
];
/** JSON and what is none, by what is wrong with it. */
const BODIES: Record<string, string> = {
	empty: '',
	null: 'null',
	broken: '{"a":',
	list: '[]',
	number: '1',
	object: '{}',
	'control characters':
		'{"title":"\\u0000","text":"\\u0000","slides":[],"date":"\\u0000","by":"\\u0000"}',
	'half a character': '{"title":"\\ud800","slides":[]}',
	'wrong types': '{"title":{},"slides":"x","text":false,"month":7,"subject":[],"task":{},"id":"x"}',
	'large numbers':
		'{"id":1e300,"revision":99999999999,"title":"x","slides":[],"unitId":4294967296}',
	'roles of control characters':
		'{"subject":"status","titles":["\\u0000"],"roles":{"1":"\\u0000"}}',
	'deep lists': '['.repeat(20_000) + ']'.repeat(20_000),
	prototypes: '{"__proto__":{"title":"x"},"constructor":{}}'
};
/** These take files, which may be larger than 1 MB, or nothing at all. */
const NO_JSON =
	/^\/api\/(data\/files|data\/demonstration|plan\/table|report\/template|public-copy)/;
const TOO_LARGE = JSON.stringify({ title: 'x'.repeat(1_100_000) });

const routes = listRoutes();
const changes = routes.flatMap(({ path, methods }) =>
	methods.filter((method) => method !== 'GET').map((method) => ({ path, method }))
);

/** An address of a route, with a value for each of its parameters. */
function fill(path: string, value?: string): string {
	return path
		.replaceAll(/\[id=token\]/g, value ?? '0123456789abcdef')
		.replaceAll(/\[id=id\]/g, value ?? '999999')
		.replaceAll('[frame]', value ?? '2025-07-01')
		.replaceAll('[month]', value ?? '2026-10')
		.replaceAll('[code]', value ?? '03158')
		.replaceAll(/\[[^\]]+\]/g, value ?? 'status');
}

async function statusOf(
	request: APIRequestContext,
	method: string,
	address: string,
	data?: string,
	type = 'application/json'
): Promise<number> {
	const answer = await request.fetch(address, {
		method,
		maxRedirects: 0,
		...(data === undefined ? {} : { data: Buffer.from(data), headers: { 'content-type': type } })
	});
	return answer.status();
}

test('no parameter and no query makes a page or an answer fail', async ({ request }) => {
	const failed: string[] = [];
	const ask = async (address: string) => {
		const status = await statusOf(request, 'GET', address);
		if (status >= 500) failed.push(`${status} ${address.slice(0, 100)}`);
	};
	for (const { path, methods } of routes.filter(reads)) {
		expect(methods).toContain('GET');
		if (path.includes('[')) for (const value of PARAMETERS) await ask(fill(path, value));
		for (const query of QUERIES) await ask(fill(path) + query);
	}
	expect(failed).toEqual([]);
});

test('no body makes a change fail, and none is taken beyond 1 MB', async ({ request }) => {
	expect(changes.length).toBeGreaterThan(15);
	const failed: string[] = [];
	for (const { path, method } of changes) {
		const address = fill(path);
		for (const [what, body] of Object.entries(BODIES)) {
			const status = await statusOf(request, method, address, body);
			if (status >= 500) failed.push(`${status} ${method} ${address}: ${what}`);
		}
		for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data', 'none']) {
			const status = await statusOf(request, method, address, 'a=1', type);
			if (status >= 500) failed.push(`${status} ${method} ${address}: ${type}`);
		}
		if (method === 'DELETE' || NO_JSON.test(path)) continue;
		const status = await statusOf(request, method, address, TOO_LARGE);
		if (status !== 413) failed.push(`${status} ${method} ${address}: beyond 1 MB`);
	}
	expect(failed).toEqual([]);
});

test('a remark is taken away only where it stands', async ({ request }) => {
	const remark = { text: 'Cần hỏi lại', writtenBy: 'Nguyễn Văn A' };
	const frame = await request.get('/api/frames/2025-07-01/units');
	const { units } = (await frame.json()) as { units: { id: number }[] };
	const [here, elsewhere] = units.map(({ id }) => `/api/units/${id}/remarks`);
	const added = await request.post(here ?? '', { data: remark });
	const remarks = (await added.json()) as { id: number; text: string }[];
	const id = remarks.find(({ text }) => text === remark.text)?.id;
	expect((await request.delete(elsewhere ?? '', { data: { id } })).status()).toBe(404);
	expect(await (await request.get(here ?? '')).json()).toHaveLength(remarks.length);
	const left = await request.delete(here ?? '', { data: { id } });
	expect(await left.json()).toHaveLength(remarks.length - 1);
});

function reads({ methods }: Route): boolean {
	return methods.includes('GET');
}

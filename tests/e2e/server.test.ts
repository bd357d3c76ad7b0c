import { request as httpRequest } from 'node:http';
import { expect, test } from './support/test.ts';

interface Answer {
	status: number;
	text: string;
}

/** Asks as a browser never would: by another name. */
function askAs(host: string, address: string, path: string): Promise<Answer> {
	return new Promise((resolve, reject) => {
		httpRequest(new URL(path, address), { headers: { host } }, (response) => {
			let text = '';
			response.setEncoding('utf8');
			response.on('data', (part: string) => (text += part));
			response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
		})
			.on('error', reject)
			.end();
	});
}

test('every page is sent with a policy that names no other server', async ({ request }) => {
	for (const path of ['/', '/en', '/table', '/khong-co']) {
		const headers = (await request.get(path)).headers();
		const policy = headers['content-security-policy'] ?? '';
		expect(policy, path).toContain("default-src 'self'");
		expect(policy).toContain("object-src 'none'");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toMatch(/https?:|wss?:|\*|unsafe-eval/);
		expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'(;|$)/);
		// Style elements are our own; sizes and places are attributes.
		expect(policy).toMatch(/style-src 'self' 'nonce-[^']+'(;|$)/);
		expect(policy).toContain("style-src-attr 'unsafe-inline'");
	}
});

test('every answer is sent with the headers that keep it to itself', async ({ request }) => {
	for (const path of ['/', '/table', '/api/overview', '/healthz', '/khong-co']) {
		const headers = (await request.get(path)).headers();
		expect(headers, path).toMatchObject({
			'x-content-type-options': 'nosniff',
			'x-frame-options': 'DENY',
			'referrer-policy': 'no-referrer',
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin'
		});
	}
});

test('a script must carry the nonce of its own answer', async ({ request }) => {
	const nonceOf = async () => {
		const answer = await request.get('/');
		const policy = answer.headers()['content-security-policy'] ?? '';
		const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
		const scripts = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
		expect(scripts.length).toBeGreaterThan(0);
		for (const tag of scripts) {
			if (!/type="application\/json"/.test(tag)) expect(tag).toContain(`nonce="${nonce}"`);
		}
		return nonce;
	};
	expect(await nonceOf()).not.toBe(await nonceOf());
});

test('a request by a foreign name is refused', async ({ baseURL }) => {
	for (const host of ['evil.example', 'evil.example:80', '127.0.0.1.evil.example']) {
		for (const path of ['/', '/api/overview', '/healthz']) {
			const { status, text } = await askAs(host, baseURL ?? '', path);
			expect(status, `${host} ${path}`).toBe(421);
			expect(text).not.toContain('dataVersion');
		}
	}
	expect((await askAs('localhost', baseURL ?? '', '/healthz')).status).toBe(200);
});

test('nothing can be changed over HTTP', async ({ request }) => {
	const version = async () =>
		((await (await request.get('/healthz')).json()) as { dataVersion: number }).dataVersion;
	const before = await version();
	for (const path of [
		'/',
		'/table',
		'/api/overview',
		'/api/units/1',
		'/export/table.csv',
		'/healthz'
	]) {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
			const answer = await request.fetch(path, { method, data: { unit: '03158' } });
			expect(answer.status(), `${method} ${path}`).toBe(405);
		}
	}
	expect(await version()).toBe(before);
});

test('a proxy’s request and a page elsewhere change nothing, and the page says so', async ({
	request,
	page
}) => {
	const story = { title: 'Của người lạ', slides: [] };
	for (const headers of [
		{ 'x-forwarded-for': '10.0.0.7' },
		{ forwarded: 'for=10.0.0.7' },
		{ origin: 'http://evil.example' },
		{ 'sec-fetch-site': 'cross-site' }
	] as Record<string, string>[]) {
		const answer = await request.post('/api/stories', { data: story, headers });
		expect(answer.status(), JSON.stringify(headers)).toBe(403);
		expect(answer.headers()).toMatchObject({ 'x-content-type-options': 'nosniff' });
	}
	const list = (await (await request.get('/api/stories')).json()) as { title: string }[];
	expect(list.filter(({ title }) => title === story.title)).toEqual([]);
	await page.setExtraHTTPHeaders({ 'x-forwarded-for': '10.0.0.7' });
	await page.goto('/story');
	await expect(page.getByRole('button', { name: '5 trang sơ kết' })).toHaveCount(0);
});

test('an address that leads out of a story asks nobody', async ({ request }) => {
	for (const path of [
		'/story/..%2f..%2fhealthz',
		'/story/..%2f..%2f..%2f%2f127.0.0.1:9%2f',
		'/story/%2f%2f127.0.0.1:9%2f/present',
		'/story/abc',
		'/story/0',
		'/story/99999999999',
		'/en/story/1e3/presenter',
		'/export/story/abc/show.html',
		'/api/stories/abc'
	]) {
		expect((await request.get(path)).status(), path).toBe(404);
	}
});

test('a page is kept by nobody, and each answer has the id that the log has', async ({
	request
}) => {
	const ids = new Set<string>();
	for (const path of ['/', '/table', '/plan', '/khong-co', '/api/overview']) {
		const headers = (await request.get(path)).headers();
		if (!path.startsWith('/api/')) expect(headers['cache-control'], path).toBe('private, no-store');
		expect(headers['x-request-id']).toMatch(/^[0-9a-f]{8}$/);
		ids.add(headers['x-request-id'] ?? '');
	}
	expect(ids.size).toBe(5);
});

test('livez and readyz say that the server lives, and that it is ready', async ({ request }) => {
	for (const [path, says] of [
		['/livez', 'ok'],
		['/readyz', 'ready']
	] as const) {
		const answer = await request.get(path);
		expect([answer.status(), (await answer.text()).trim()]).toEqual([200, says]);
	}
});

test('healthz tells others the status alone', async ({ request }) => {
	const answer = await request.get('/healthz', { headers: { 'x-forwarded-for': '10.0.0.7' } });
	expect(answer.status()).toBe(200);
	expect(await answer.json()).toEqual({ status: 'ok' });
});

test('metrics count requests by route, for this machine alone', async ({ request }) => {
	await request.get('/api/catalogue');
	const answer = await request.get('/metrics');
	expect(answer.status()).toBe(200);
	expect(answer.headers()['content-type']).toContain('text/plain');
	const lines = (await answer.text()).split('\n');
	const valueOf = (name: string) =>
		Number(
			lines
				.find((line) => line.startsWith(`${name} `))
				?.split(' ')
				.at(-1)
		);
	expect(
		valueOf(
			'diaban_request_duration_seconds_count{route="/api/catalogue",method="GET",status="200"}'
		)
	).toBeGreaterThan(0);
	expect(valueOf('diaban_database_up')).toBe(1);
	expect(valueOf('diaban_data_version')).toBeGreaterThan(0);
	expect(valueOf('diaban_disk_free_bytes')).toBeGreaterThan(0);
	const elsewhere = await request.get('/metrics', {
		headers: { 'x-forwarded-for': '10.0.0.7', authorization: 'Bearer guess' }
	});
	expect(elsewhere.status()).toBe(404);
});

test('healthz says what the server holds', async ({ request }) => {
	const answer = await request.get('/healthz');
	expect(answer.status()).toBe(200);
	expect(answer.headers()['cache-control']).toBe('no-store');
	expect(await answer.json()).toEqual({
		status: 'ok',
		database: 'pglite',
		dataVersion: expect.any(Number),
		// All communes that ever were, and districts.
		units: expect.any(Number),
		demo: true,
		freeBytes: expect.any(Number)
	});
	const { units } = (await answer.json()) as { units: number };
	expect(units).toBeGreaterThanOrEqual(130 + 129 + 45);
});

test('addresses that name nothing answer 404, not a failure', async ({ request }) => {
	for (const path of [
		'/api/frames/2018-01-01/units',
		'/api/frames/x/matrix/status',
		'/api/frames/2017-01-01/matrix/nothing',
		'/api/units/0',
		'/api/units/abc',
		'/api/units/99999999999999999999',
		'/api/boundaries/2017-01-01/old.json'
	]) {
		expect((await request.get(path)).status(), path).toBe(404);
	}
});

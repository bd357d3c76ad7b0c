import { mapIsReady, openMap } from './support/province.ts';
import { expect, test } from './support/test.ts';

test('a second visit takes boundaries and figures from the browser', async ({ page }) => {
	const session = await page.context().newCDPSession(page);
	const urls = new Map<string, string>();
	const cached = new Set<string>();
	session.on('Network.requestWillBeSent', ({ requestId, request }) =>
		urls.set(requestId, request.url)
	);
	session.on('Network.requestServedFromCache', ({ requestId }) => cached.add(requestId));
	session.on('Network.responseReceived', ({ requestId, response }) => {
		if (response.fromDiskCache) cached.add(requestId);
	});
	await session.send('Network.enable');
	const lasting = () => [...urls].filter(([, url]) => /\/api\/(boundaries|frames)\//.test(url));
	await openMap(page);
	await page.waitForLoadState('networkidle');
	expect(lasting().filter(([, url]) => url.includes('/boundaries/')).length).toBeGreaterThan(0);
	expect(lasting().every(([id]) => !cached.has(id))).toBe(true);
	urls.clear();
	await page.goto('about:blank');
	await page.goto('/');
	await mapIsReady(page);
	await page.waitForLoadState('networkidle');
	expect(lasting().filter(([, url]) => url.includes('/boundaries/')).length).toBeGreaterThan(0);
	expect(
		lasting()
			.filter(([id]) => !cached.has(id))
			.map(([, url]) => url)
	).toEqual([]);
});

test('boundaries are kept for good under a name made from their content', async ({ request }) => {
	const { frames } = (await (await request.get('/api/overview')).json()) as {
		frames: { from: string; boundariesUrl: string }[];
	};
	for (const { from, boundariesUrl } of frames) {
		expect(boundariesUrl).toMatch(/\/[0-9a-f]{20}\.json$/);
		const answer = await request.get(boundariesUrl);
		expect(answer.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
		const current = await request.get(`/api/boundaries/${from}/current.json`);
		expect(new URL(current.url()).pathname).toBe(boundariesUrl);
	}
});

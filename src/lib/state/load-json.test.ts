import { expect, it, vi } from 'vitest';
import { loadJson } from './load-json.ts';

const answering = () => vi.fn(() => Promise.resolve(Response.json({ here: true })));

it('asks this server’s interface', async () => {
	const fetch = answering();
	expect(await loadJson(fetch, '/api/stories/7?v=1')).toEqual({ here: true });
	expect(fetch).toHaveBeenCalledExactlyOnceWith('/api/stories/7?v=1');
});

it.each([
	'/api/stories/../../healthz',
	'/api/stories/../../../127.0.0.1:6379/',
	'//127.0.0.1:6379/api/',
	'http://127.0.0.1:6379/api/',
	'/api\\..\\healthz',
	'file:///etc/passwd'
])('asks nobody else: %s', async (url) => {
	const fetch = answering();
	await expect(loadJson(fetch, url)).rejects.toMatchObject({ status: 404 });
	expect(fetch).not.toHaveBeenCalled();
});

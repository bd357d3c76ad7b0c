import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, get, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from './app.ts';
import { median, report, type Wanted } from './measurement.ts';

/** What is asked for, and how many times as long it may take as a bare server that sends the same bytes. */
const REQUESTS = [
	{
		name: 'request-figures',
		path: (v: number) => `/api/frames/2025-07-01/figures/2026-10?v=${v}&track=order`,
		limit: 33
	},
	{
		name: 'request-commune',
		path: (v: number) => `/api/communes/03158?v=${v}&t=2026-10`,
		limit: 100
	},
	{ name: 'request-page', path: () => '/', limit: 50 }
];
export const REQUEST_NAMES = REQUESTS.map(({ name }) => name);

const ROUNDS = 5;
const ROUND_MS = 1000;
const CLIENTS = 10;
const headers = { 'accept-encoding': 'gzip' };

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

/** Time for one request, ten at once, in turn with a bare server that sends the same bytes. */
export async function benchRequests(wanted: Wanted): Promise<void> {
	const dataDir = mkdtempSync(join(tmpdir(), 'diaban-bench-'));
	const app = await startApp(dataDir);
	try {
		const { dataVersion } = (await (await fetch(`${app.url}/healthz`)).json()) as {
			dataVersion: number;
		};
		for (const { name, path, limit } of REQUESTS) {
			if (wanted(name)) await benchRequest(name, `${app.url}${path(dataVersion)}`, limit);
		}
	} finally {
		await app.stop();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

async function benchRequest(name: string, url: string, limit: number): Promise<void> {
	const sent = await ask(url);
	if (sent.status !== 200) throw new Error(`${url}: ${sent.status}`);
	const bare = createServer((_, response) => {
		response.writeHead(200, {
			'content-type': sent.headers['content-type'],
			...(sent.headers['content-encoding']
				? { 'content-encoding': sent.headers['content-encoding'] }
				: {})
		});
		response.end(sent.body);
	});
	await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
	const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`;
	const times = { app: [] as number[], bare: [] as number[] };
	for (let round = 0; round <= ROUNDS; round++) {
		const ofApp = await timePerRequest(url);
		const ofBare = await timePerRequest(bareUrl);
		// The first round warms both up.
		if (round === 0) continue;
		times.app.push(ofApp);
		times.bare.push(ofBare);
	}
	bare.close();
	bare.closeAllConnections();
	report({ name, value: median(times.app), unit: 'ms', baseline: median(times.bare), limit });
}

/** Milliseconds of the whole time that one request takes up. */
async function timePerRequest(url: string): Promise<number> {
	const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
	const begun = performance.now();
	let count = 0;
	const client = async () => {
		while (performance.now() - begun < ROUND_MS) {
			const { status } = await ask(url, agent);
			if (status !== 200) throw new Error(`${url}: ${status}`);
			count++;
		}
	};
	await Promise.all(Array.from({ length: CLIENTS }, client));
	const took = performance.now() - begun;
	agent.destroy();
	return took / count;
}

function ask(url: string, agent?: Agent): Promise<Answer> {
	return new Promise((resolve, reject) => {
		get(url, { headers, agent }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () =>
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					body: Buffer.concat(parts)
				})
			);
		}).on('error', reject);
	});
}

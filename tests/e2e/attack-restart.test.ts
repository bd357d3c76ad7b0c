import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { healthOf, isOpen, launchServer, OPENING_MS } from './support/second-server.ts';
import { expect, test } from './support/test.ts';

/* Servers on an embedded database that are killed. `npm run attack` does it more often. */

const ROUNDS = Number(process.env.ATTACK_ROUNDS ?? 2);
const SAVES_AT_ONCE = 6;
/** The latest moment of a kill, after the first save was sent. */
const LATEST_KILL_MS = 400;

let dataDir: string;
test.beforeAll(async () => {
	test.setTimeout(300_000);
	dataDir = mkdtempSync(join(tmpdir(), 'diaban-attack-'));
	// The demonstration data is loaded once for all.
	const server = await launchServer(dataDir);
	await isOpen(server);
	await server.end('SIGTERM');
});
test.afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test('of two starts after a kill one serves, and the other takes over when it ends', async () => {
	test.setTimeout(ROUNDS * 120_000);
	for (let round = 0; round < ROUNDS; round++) {
		const killed = await launchServer(dataDir);
		await isOpen(killed);
		const { units } = await healthOf(killed);
		await killed.end('SIGKILL');

		const servers = await Promise.all([launchServer(dataDir), launchServer(dataDir)]);
		const states = async () =>
			(await Promise.all(servers.map(healthOf)))
				.map(({ status, reason }) => (status === 'ok' ? 'ok' : (reason?.code ?? '')))
				.sort();
		await expect.poll(states, { timeout: OPENING_MS }).toEqual(['locked', 'ok']);

		const healths = await Promise.all(servers.map(healthOf));
		const first = servers[healths.findIndex(({ status }) => status === 'ok')]!;
		const second = servers.find((server) => server !== first)!;
		await first.end('SIGTERM');
		await isOpen(second);
		expect((await healthOf(second)).units).toBe(units);
		await second.end('SIGTERM');
	}
});

test('nothing that was acknowledged is lost when the server is killed while it saves', async () => {
	test.setTimeout(ROUNDS * 120_000);
	const saved = new Set<string>();
	for (let round = 0; round < ROUNDS; round++) {
		const server = await launchServer(dataDir);
		await isOpen(server);
		const save = async (title: string) => {
			const answer = await fetch(`${server.address}/api/stories`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ title, slides: [] })
			});
			if (answer.ok) saved.add(title);
		};
		let count = 0;
		let killed = false;
		const savers = Array.from({ length: SAVES_AT_ONCE }, async (_, saver) => {
			while (!killed) await save(`${round}-${saver}-${count++}`).catch(() => undefined);
		});
		// Another moment in each round, from at once to when many were saved.
		await new Promise((resolve) => setTimeout(resolve, ((round + 1) / ROUNDS) * LATEST_KILL_MS));
		killed = true;
		await server.end('SIGKILL');
		await Promise.all(savers);

		const restarted = await launchServer(dataDir);
		await isOpen(restarted);
		const stories = (await (await fetch(`${restarted.address}/api/stories`)).json()) as {
			title: string;
		}[];
		const kept = new Set(stories.map(({ title }) => title));
		expect([...saved].filter((title) => !kept.has(title))).toEqual([]);
		await restarted.end('SIGTERM');
	}
	expect(saved.size).toBeGreaterThan(0);
	// What a killed process left is gone, and a last snapshot was written.
	expect(readdirSync(dataDir).sort()).toEqual(['pgdata', 'reserve', 'snapshots']);
	expect(readdirSync(join(dataDir, 'snapshots')).every((name) => name.endsWith('.tar.gz'))).toBe(
		true
	);
});

import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openServer } from '#lib/server/db/server.ts';
import { DatabaseUnavailable, type UnavailableReason } from '#lib/server/db/unavailable.ts';
import { createServerDatabase } from '../fixtures/server-database.ts';
import { serverUrl } from './databases.ts';

async function reasonOf(url: string): Promise<UnavailableReason> {
	try {
		const database = await openServer(url);
		await database.close();
	} catch (error) {
		if (error instanceof DatabaseUnavailable) return error.reason;
		throw error;
	}
	throw new Error('It was not refused.');
}

it.each(['nonsense', 'mysql://localhost/diaban', 'postgres:'])(
	'the address %s is called malformed',
	async (url) => {
		const { code } = await reasonOf(url);
		expect(code).toBe(url === 'postgres:' ? 'server-unreachable' : 'url-unreadable');
	}
);

it('a server that does not answer is called out of reach, without the password', async () => {
	const reason = await reasonOf('postgres://user:secret@127.0.0.1:1/diaban');
	expect(reason).toMatchObject({ code: 'server-unreachable', server: '127.0.0.1:1/diaban' });
	expect(JSON.stringify(reason)).not.toContain('secret');
});

describe.skipIf(serverUrl === undefined)('a server that refuses', () => {
	const role = `diaban_${randomBytes(4).toString('hex')}`;
	let own: { url: string; drop(): Promise<void> };
	let admin: postgres.Sql;
	beforeAll(async () => {
		own = await createServerDatabase(serverUrl ?? '');
		admin = postgres(serverUrl ?? '', { max: 1 });
		await admin.unsafe(`create role ${role} login`);
		await admin.unsafe(`grant all on database ${new URL(own.url).pathname.slice(1)} to ${role}`);
	});
	afterAll(async () => {
		await own.drop();
		await admin.unsafe(`drop role ${role}`);
		await admin.end();
	});
	const change = (edit: (url: URL) => void) => {
		const url = new URL(own.url);
		edit(url);
		return url.href;
	};

	it('because the database does not exist', async () => {
		const reason = await reasonOf(change((url) => (url.pathname = '/diaban_none')));
		expect(reason).toMatchObject({ code: 'login-refused' });
	});

	it('because the user does not exist', async () => {
		const reason = await reasonOf(change((url) => (url.username = 'diaban_nobody')));
		expect(reason).toMatchObject({ code: 'login-refused' });
	});

	it('because PostGIS is not there and the user may not add it', async () => {
		const reason = await reasonOf(change((url) => (url.username = role)));
		expect(reason).toMatchObject({ code: 'postgis-missing' });
	});

	it('not two processes that open a new database at once', async () => {
		const opened = await Promise.all([1, 2, 3].map(() => openServer(own.url)));
		await Promise.all(opened.map((database) => database.close()));
		expect(opened).toHaveLength(3);
	});
});

import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { TIME_ZONE } from './time-zone.mjs';
import type { Database } from './database.ts';
import { MIGRATIONS_FOLDER } from './migrations.ts';
import * as schema from './schema.ts';
import { DatabaseUnavailable } from './unavailable.ts';

const OLDEST_POSTGRES = 15;
const OLDEST_POSTGIS = [3, 3] as const;
/** Never resolves: a lost PostgreSQL server is retried, not opened again. */
const NEVER = new Promise<void>(() => undefined);
/** Any number that other software is unlikely to lock: only one process may prepare a database at a time. */
const MIGRATION_LOCK = 20_170_214;

/**
 * Opens a PostgreSQL server with PostGIS and brings its schema up to date.
 *
 * @param command what this process does, for others that wait for it
 * @throws DatabaseUnavailable with what is wrong: the address, the login, the version, PostGIS
 */
export async function openServer(url: string, command = 'diaban'): Promise<Database> {
	const server = describeServer(url);
	const client = postgres(url, {
		max: 6,
		connect_timeout: 5,
		onnotice: () => undefined,
		// What other sessions see of this one, for example when they wait for it.
		connection: { TimeZone: TIME_ZONE, application_name: command }
	});
	try {
		const [version] = await client<{ number: string; text: string }[]>`
			select current_setting('server_version_num') as number, current_setting('server_version') as text`;
		if (Number(version?.number) < OLDEST_POSTGRES * 10_000) {
			throw new DatabaseUnavailable({
				code: 'server-too-old',
				server,
				version: `PostgreSQL ${version?.text}`
			});
		}
		await migrateOnce(client, server);
	} catch (error) {
		await client.end({ timeout: 1 });
		throw explain(error, server);
	}
	return {
		kind: 'postgres',
		db: drizzle(client, { schema }),
		snapshot: async () => null,
		flush: async () => undefined,
		access: () => ({ url }),
		changes: async () => null,
		ended: NEVER,
		close: () => client.end({ timeout: 5 })
	};
}

/** host:port/database, without the password. */
function describeServer(url: string): string {
	try {
		const parsed = new URL(url);
		if (!/^postgres(ql)?:$/.test(parsed.protocol)) throw new Error(parsed.protocol);
		return `${parsed.hostname}:${parsed.port || 5432}${parsed.pathname}`;
	} catch {
		throw new DatabaseUnavailable({ code: 'url-unreadable' });
	}
}

async function requirePostgis(client: postgres.Sql, server: string): Promise<void> {
	try {
		await client`create extension if not exists postgis`;
	} catch (error) {
		throw new DatabaseUnavailable({
			code: 'postgis-missing',
			server,
			detail: error instanceof Error ? error.message : String(error)
		});
	}
	const [found] = await client<{ version: string }[]>`select postgis_lib_version() as version`;
	const [major = 0, minor = 0] = (found?.version ?? '').split('.').map(Number);
	if (major < OLDEST_POSTGIS[0] || (major === OLDEST_POSTGIS[0] && minor < OLDEST_POSTGIS[1])) {
		throw new DatabaseUnavailable({
			code: 'server-too-old',
			server,
			version: `PostGIS ${found?.version}`
		});
	}
}

async function migrateOnce(client: postgres.Sql, server: string): Promise<void> {
	const reserved = await client.reserve();
	try {
		await reserved`select pg_advisory_lock(${MIGRATION_LOCK})`;
		await requirePostgis(client, server);
		await migrate(drizzle(client), { migrationsFolder: MIGRATIONS_FOLDER });
	} finally {
		await reserved`select pg_advisory_unlock(${MIGRATION_LOCK})`;
		reserved.release();
	}
}

const LOGIN_REFUSED = new Set(['28P01', '28000', '3D000', '42501']);

function explain(error: unknown, server: string): Error {
	if (error instanceof DatabaseUnavailable) return error;
	const { code = '', message = String(error) } = error as { code?: string; message?: string };
	if (LOGIN_REFUSED.has(code)) {
		return new DatabaseUnavailable({ code: 'login-refused', server, detail: message });
	}
	return new DatabaseUnavailable({ code: 'server-unreachable', server, detail: message || code });
}

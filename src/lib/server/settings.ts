import { isAbsolute, resolve } from 'node:path';

/** What the environment decides; read once, at the edge. */
export interface Settings {
	/** A PostgreSQL server; undefined for the embedded database. */
	databaseUrl: string | undefined;
	/** Where the embedded database lives. */
	dataDir: string;
	host: string;
	port: number;
	/** Further names this server may be called by (Host header), such as a name in the local network. */
	allowedHosts: string[];
}

/** Reads settings from environment variables; see the README for their meaning. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
	const dataDir = env.DATA_DIR || '.diaban';
	return {
		databaseUrl: env.DATABASE_URL || undefined,
		dataDir: isAbsolute(dataDir) ? dataDir : resolve(dataDir),
		host: env.HOST || '127.0.0.1',
		port: Number(env.PORT || 3000),
		allowedHosts: (env.ALLOWED_HOSTS ?? '').split(',').filter(Boolean)
	};
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);

/** On any address but loopback there are no accounts to tell people apart, so nothing may be changed. */
export function isLoopback(host: string): boolean {
	return LOOPBACK.has(host);
}

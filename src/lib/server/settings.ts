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
	/** No request may change anything. */
	readOnly: boolean;
	/** With less free disk space than this nothing is loaded. */
	minFreeMb: number;
	/** How long a task may work on a file. */
	jobMinutes: number;
	/** How much memory a task on a file may take up, in megabytes. */
	jobMemoryMb: number;
	/** Token that allows other machines to read `/metrics`; undefined: this machine only. */
	metricsToken: string | undefined;
	/** Addresses of proxies that let in only those who may change data. */
	trustedProxies: string[];
}

/** Reads settings from environment variables; `docs/operating` says what they mean. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
	const dataDir = env.DATA_DIR || '.diaban';
	return {
		databaseUrl: env.DATABASE_URL || undefined,
		dataDir: isAbsolute(dataDir) ? dataDir : resolve(dataDir),
		host: env.HOST || '127.0.0.1',
		port: Number(env.PORT || 3000),
		allowedHosts: listed(env.ALLOWED_HOSTS),
		readOnly: env.READ_ONLY === '1',
		minFreeMb: env.MIN_FREE_MB ? Number(env.MIN_FREE_MB) || 0 : 200,
		jobMinutes: Number(env.JOB_MINUTES) > 0 ? Number(env.JOB_MINUTES) : 10,
		jobMemoryMb: Number(env.JOB_MEMORY_MB) > 0 ? Number(env.JOB_MEMORY_MB) : 3000,
		metricsToken: env.METRICS_TOKEN || undefined,
		trustedProxies: listed(env.TRUST_PROXY)
	};
}

function listed(text = ''): string[] {
	return text
		.split(',')
		.map((each) => each.trim())
		.filter((each) => each !== '');
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);

/** On any address but loopback there are no accounts to tell people apart, so nothing may be changed. */
export function isLoopback(host: string): boolean {
	return LOOPBACK.has(host);
}

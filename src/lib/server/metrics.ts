import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Measurements in the text format of Prometheus. */
const registry = new Registry();
collectDefaultMetrics({ register: registry });

const requests = new Histogram({
	name: 'diaban_request_duration_seconds',
	help: 'Time from a request to its answer, by route, method and status.',
	labelNames: ['route', 'method', 'status'],
	buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
	registers: [registry]
});

/** What the server is at, at the moment of asking. */
export interface ServerState {
	databaseUp: boolean;
	/** Undefined while there is no database. */
	dataVersion: number | undefined;
	runningJobs: number;
	freeBytes: number | undefined;
}

const gauge = (name: string, help: string) =>
	new Gauge({ name: `diaban_${name}`, help, registers: [registry] });
const databaseUp = gauge('database_up', '1 while the database answers.');
const dataVersion = gauge('data_version', 'Version of the data; rises with each change.');
const runningJobs = gauge('running_jobs', 'Files being looked at, checked or loaded, or waiting.');
const freeBytes = gauge('disk_free_bytes', 'Free space on the disk of the data directory.');

/**
 * Counts an answered request.
 *
 * @param route as the application names it, without parameters; null for an unknown address
 */
export function observeRequest(
	{ route, method, status }: { route: string | null; method: string; status: number },
	milliseconds: number
): void {
	requests.observe({ route: route ?? 'unknown', method, status }, milliseconds / 1000);
}

/** All measurements, and the type of the text. */
export async function readMetrics(
	state: ServerState
): Promise<{ text: string; contentType: string }> {
	databaseUp.set(state.databaseUp ? 1 : 0);
	if (state.dataVersion !== undefined) dataVersion.set(state.dataVersion);
	runningJobs.set(state.runningJobs);
	if (state.freeBytes !== undefined) freeBytes.set(state.freeBytes);
	return { text: await registry.metrics(), contentType: registry.contentType };
}

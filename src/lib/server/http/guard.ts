import type { Settings } from '../settings.ts';

const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a request names this server by a name it knows. Otherwise a page elsewhere could point its own
 * name at this machine and read what it serves (DNS rebinding).
 */
export function isAllowedHost(
	header: string | null,
	settings: Pick<Settings, 'host' | 'allowedHosts'>
): boolean {
	const name = (header ?? '').replace(/:\d+$/, '').toLowerCase();
	return [...LOCAL_NAMES, settings.host, ...settings.allowedHosts].includes(name);
}

/** Refuses whatever could change something, unless the server listens to this machine only. */
export function refuseChange(request: Request, readOnly: boolean): Response | undefined {
	const changes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
	return readOnly && changes
		? new Response('This server only reads, because it has no accounts yet.\n', { status: 403 })
		: undefined;
}

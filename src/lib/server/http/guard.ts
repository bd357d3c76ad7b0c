import { isLoopback, type Settings } from '../settings.ts';

const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a request names this server by a name it knows. Otherwise a page elsewhere could point its own
 * name at this machine and read what it serves (DNS rebinding).
 */
export function isAllowedHost(
	header: string | null,
	settings: Pick<Settings, 'host' | 'allowedHosts'>
): boolean {
	const asked = (header ?? '').toLowerCase();
	const name = asked.replace(/:\d+$/, '');
	// A name that is allowed with its port is not allowed with another one.
	return [...LOCAL_NAMES, settings.host, ...settings.allowedHosts]
		.map((allowed) => allowed.toLowerCase())
		.some((allowed) => (/[^:\]]:\d+$/.test(allowed) ? allowed === asked : allowed === name));
}

/** What proxies add to the requests that they pass on. */
const FORWARDING = [
	'forwarded',
	'via',
	'x-forwarded-for',
	'x-forwarded-host',
	'x-forwarded-proto',
	'x-real-ip'
];

const OWN_ADDRESS = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/**
 * Whether a request was made on this machine, and not passed on by a proxy for somebody elsewhere.
 *
 * @param peer address that the request came from
 */
export function isFromThisMachine(headers: Headers, peer: string): boolean {
	return OWN_ADDRESS.test(peer) && !isForwarded(headers);
}

function isForwarded(headers: Headers): boolean {
	return FORWARDING.some((name) => headers.has(name));
}

/** Why a request may change nothing. */
export type Refusal = 'read-only' | 'forwarded' | 'foreign-page';

/**
 * Why who asks may change nothing, whatever the request is; undefined for those who may. Without accounts only this
 * machine may: a request that a proxy passed on comes from anywhere, unless the proxy is trusted to let in nobody else.
 *
 * @param peer address that the request came from
 */
export function reasonToOnlyRead(
	headers: Headers,
	peer: string,
	{ host, readOnly, trustedProxies }: Pick<Settings, 'host' | 'readOnly' | 'trustedProxies'>
): Refusal | undefined {
	if (readOnly || !isLoopback(host)) return 'read-only';
	return isForwarded(headers) && !trustedProxies.includes(peer) ? 'forwarded' : undefined;
}

/**
 * Why a change is refused; undefined for requests that change nothing or may. A page of another site may not send one
 * from a reader's browser, whatever its content is.
 */
export function refuseChange(
	{ method, headers }: Pick<Request, 'method' | 'headers'>,
	onlyReads: Refusal | undefined
): Refusal | undefined {
	if (['GET', 'HEAD', 'OPTIONS'].includes(method)) return undefined;
	if (onlyReads) return onlyReads;
	const site = headers.get('sec-fetch-site');
	if (site !== null && site !== 'same-origin' && site !== 'none') return 'foreign-page';
	const origin = headers.get('origin');
	return origin !== null && hostOf(origin) !== headers.get('host') ? 'foreign-page' : undefined;
}

/** Name and port; undefined for an origin that is none, such as `null`. */
function hostOf(origin: string): string | undefined {
	return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** What the server says to a change that it refuses. */
export const REFUSALS: Record<Refusal, string> = {
	'read-only': 'This server only reads, because it has no accounts yet.\n',
	forwarded:
		'This server changes data only for its own machine, and this request came through a proxy. See TRUST_PROXY in docs/operating.\n',
	'foreign-page': 'Only pages of this server may change its data.\n'
};

import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { answerTo } from '#lib/server/http/asker.ts';
import { isAllowedHost, REFUSALS, reasonToOnlyRead, refuseChange } from '#lib/server/http/guard.ts';
import { compress } from '#lib/server/http/compress.ts';
import { reuseAnswers } from '#lib/server/http/reuse-answers.ts';
import { unavailableResponse } from '#lib/server/http/unavailable.ts';
import { observeRequest } from '#lib/server/metrics.ts';
import { errorStack } from '#lib/server/db/error-text.ts';
import { isDamaged } from '#lib/server/db/is-damaged.ts';
import { isLost } from '#lib/server/db/is-lost.ts';
import {
	log,
	reportDamage,
	runtimeState,
	settledState,
	settings,
	start,
	stop
} from '#lib/server/runtime.ts';

export const init: ServerInit = () => {
	if (building) return;
	void start();
	// Emitted when the last request has been answered; what is still open then is the database.
	process.on('sveltekit:shutdown', () => void stop().finally(() => process.exit()));
};

/** Answers a request, or says why not. */
function admit({ event, resolve }: Parameters<Handle>[0]): ReturnType<Handle> {
	const { request } = event;
	if (!isAllowedHost(request.headers.get('host'), settings)) {
		return new Response('This host name is not allowed. Add it to ALLOWED_HOSTS.\n', {
			status: 421
		});
	}
	const reason = reasonToOnlyRead(request.headers, event.getClientAddress(), settings);
	const refusal = refuseChange(request, reason);
	if (refusal) return new Response(REFUSALS[refusal], { status: 403 });
	return answerTo({ onlyReads: reason !== undefined }, () => resolve(event));
}

const guard: Handle = async ({ event, resolve }) => {
	// A page's own load comes from inside and names no host.
	if (event.isSubRequest) return resolve(event);
	const response = await admit({ event, resolve });
	response.headers.set('X-Request-Id', event.locals.requestId);
	// Pages contain the province's figures: browsers must not store them.
	if (isHtml(response) && !response.headers.has('cache-control')) {
		response.headers.set('Cache-Control', 'private, no-store');
	}
	response.headers.set('X-Content-Type-Options', 'nosniff');
	response.headers.set('Referrer-Policy', 'no-referrer');
	response.headers.set('X-Frame-Options', 'DENY');
	response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
	response.headers.set('Cross-Origin-Resource-Policy', 'same-origin');
	response.headers.set('Permissions-Policy', 'geolocation=(), camera=(), microphone=()');
	return compress(event.request, response);
};

function isHtml({ headers }: Response): boolean {
	return headers.get('content-type')?.startsWith('text/html') === true;
}

const logRequests: Handle = async ({ event, resolve }) => {
	const begun = performance.now();
	event.locals.requestId = randomUUID().slice(0, 8);
	const response = await resolve(event);
	const ms = performance.now() - begun;
	const { method } = event.request;
	observeRequest({ route: event.route.id, method, status: response.status }, ms);
	// Every open page asks for this every few seconds.
	if (event.url.pathname === '/api/version') return response;
	log.info({
		event: 'request',
		id: event.locals.requestId,
		method,
		path: event.url.pathname,
		status: response.status,
		ms: Math.round(ms)
	});
	return response;
};

const localize: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		return resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', locale)
		});
	});

/** Routes that report the server's state and need no database. */
const WATCHED = ['/healthz', '/livez', '/metrics', '/readyz'];

const needDatabase: Handle = async ({ event, resolve }) => {
	if (event.route.id === null || WATCHED.includes(event.route.id)) return resolve(event);
	// A page's code is read while the database opens; its data comes by requests of its own, which wait.
	const isPage = !event.isSubRequest && !event.url.pathname.startsWith('/api/');
	const early =
		isPage && runtimeState().is === 'starting' ? Promise.resolve(resolve(event)) : undefined;
	const state = await settledState();
	if (state.is === 'open') return early ?? resolve(event);
	await early?.catch(() => undefined);
	return unavailableResponse(event, state);
};

export const handle = sequence(logRequests, guard, localize, needDatabase, reuseAnswers);

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: 'not-found' };
	const lost = isLost(error) || isDamaged(error);
	if (isDamaged(error)) void reportDamage(error);
	log.error({
		event: lost ? 'database-lost' : 'failure',
		id: event.locals.requestId,
		path: event.url.pathname,
		error: errorStack(error)
	});
	const message = lost ? 'database-lost' : 'unexpected';
	return { message, requestId: event.locals.requestId };
};

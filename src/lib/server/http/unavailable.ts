import type { RequestEvent } from '@sveltejs/kit';
import { unavailableText } from '#lib/view/unavailable-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { escapeMarkup } from '../escape-markup.ts';
import type { FailureReason, runtimeState } from '../runtime.ts';
import { isFromThisMachine } from './guard.ts';

/** Says, with 503, why there is no database and how to go on: a page for people, JSON for programs. */
export function unavailableResponse(
	event: RequestEvent,
	state: ReturnType<typeof runtimeState>
): Response {
	const text =
		state.is === 'failed'
			? failureText(event, state.reason)
			: { title: m.starting_title(), way: m.starting_way() };
	const headers = { 'retry-after': '3', 'cache-control': 'no-store' };
	if (event.url.pathname.startsWith('/api/')) {
		return Response.json(text, { status: 503, headers });
	}
	return new Response(page(text), {
		status: 503,
		headers: {
			...headers,
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'"
		}
	});
}

/** Paths and addresses are for the machine of the server alone. */
function failureText(
	event: RequestEvent,
	reason: FailureReason
): ReturnType<typeof unavailableText> {
	const text = unavailableText(reason);
	return isFromThisMachine(event.request.headers, event.getClientAddress())
		? text
		: { title: text.title, way: m.unavailable_elsewhere_way() };
}

/** A page that needs nothing else, and looks again by itself. */
function page({ title, way }: { title: string; way: string }): string {
	return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta http-equiv="refresh" content="3">
<meta name="viewport" content="width=device-width"><title>${escapeMarkup(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:20vh auto;padding:0 1.5rem;color:#22272e;background:#fbfaf7}
h1{font-size:1.5rem}p{white-space:pre-line}@media(prefers-color-scheme:dark){body{background:#15181c;color:#e6e3dc}}</style></head>
<body><main><h1>${escapeMarkup(title)}</h1><p>${escapeMarkup(way)}</p></main></body></html>`;
}

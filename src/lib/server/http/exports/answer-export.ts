import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { recordCopy } from '../../disclosure/province-audit.ts';
import {
	ExportRefused,
	ExportsBusy,
	ExportTimeout,
	type MadeFile
} from '../../exports/export-pool.ts';
import type { ExportKind, ExportOrder } from '../../exports/messages.ts';
import { heldDataState } from '../../province.ts';
import { openedExports, settings } from '../../runtime.ts';
import { attachment, streamed } from '../attachment.ts';
import { isForPublic } from '../province-request.ts';
import { readPublicAudit } from '../public-request.ts';
import { reaching } from '../request.ts';
import { readProvinceRequest } from '../server-context.ts';

type Asked = Pick<RequestEvent, 'params' | 'request' | 'url'>;

/** Answers with a file that a thread of the pool makes; 503 where too many are being made, or it takes too long. */
export async function answerExport(
	event: Asked,
	kind: ExportKind,
	extra: Pick<ExportOrder, 'marked'> = {}
): Promise<Response> {
	const made = await makeExport(event, kind, extra);
	if (made instanceof Response) return made;
	const { name, type } = made.head;
	return 'parts' in made ? streamed(made.parts, name) : attachment(made.body, name, type);
}

/**
 * Has a file made by a thread of the pool.
 *
 * @returns the file, or an answer that says when to try again
 */
export async function makeExport(
	event: Asked,
	kind: ExportKind,
	extra: Pick<ExportOrder, 'marked'> = {}
): Promise<MadeFile | Response> {
	const { url, request } = event;
	const asked = await readProvinceRequest(url);
	const released = isForPublic(url) ? await readPublicAudit(asked) : undefined;
	const order: ExportOrder = {
		kind,
		address: url.href,
		params: Object.fromEntries(
			Object.entries(event.params).filter(
				(entry): entry is [string, string] => entry[1] !== undefined
			)
		),
		locale: getLocale(),
		dataDir: settings.dataDir,
		publicYears: released?.plan.years,
		auditedVersion: released && asked.province.state.dataVersion,
		held: heldDataState(),
		...extra
	};
	try {
		const made = await reaching(openedExports().make(order, request.signal));
		// A file that leaves for the public is remembered before its first byte is sent.
		if (released) {
			await reaching(recordCopy(asked.db, asked.province, released.audit, url.pathname));
		}
		return made;
	} catch (cause) {
		if (cause instanceof ExportsBusy) return later(m.export_busy(), cause.retryAfter);
		if (cause instanceof ExportTimeout) return later(m.export_timeout(), 60);
		if (cause instanceof ExportRefused) error(cause.status, cause.message);
		throw cause;
	}
}

function later(text: string, seconds: number): Response {
	return new Response(`${text}\n`, {
		status: 503,
		headers: {
			'content-type': 'text/plain; charset=utf-8',
			'cache-control': 'no-store',
			'retry-after': String(seconds)
		}
	});
}

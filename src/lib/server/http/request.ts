import { error } from '@sveltejs/kit';
import type { Frame } from '#lib/domain/unit.ts';
import { DISK_FULL } from '#lib/view/data-wire.ts';
import { isDiskFull } from '../db/is-disk-full.ts';
import { LoadingElsewhere } from '../import/lock-loads.ts';
import { isLost } from '../db/is-lost.ts';
import { findFrameFrom, type Province } from '../province.ts';

/** A frame by its first day, or 404. */
export function requireFrame(province: Province, from: string): Frame {
	const frame = findFrameFrom(province, from);
	if (!frame) error(404, 'frame-unknown');
	return frame;
}

/**
 * Turns the loss of the database server into 503, a full disk into 507 and a load elsewhere that does not end into 423,
 * so that a page can say so.
 */
export async function reaching<T>(answer: Promise<T>): Promise<T> {
	try {
		return await answer;
	} catch (cause) {
		if (isLost(cause)) error(503, 'database-lost');
		if (isDiskFull(cause)) error(507, DISK_FULL);
		if (cause instanceof LoadingElsewhere) error(423, 'loading-elsewhere');
		throw cause;
	}
}

/** JSON that is cached permanently if the address names the current version of the data, else not at all. */
export function versionedJson(url: URL, province: Province, body: unknown): Response {
	const current = url.searchParams.get('v') === String(province.state.dataVersion);
	return Response.json(body, {
		headers: { 'cache-control': current ? 'private, max-age=31536000, immutable' : 'no-store' }
	});
}

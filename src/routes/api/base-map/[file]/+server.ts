import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { error } from '@sveltejs/kit';
import { findBaseMap } from '#lib/server/base-map/base-map-file.ts';
import { readRange } from '#lib/server/base-map/byte-range.ts';
import { readProvinceRequest } from '#lib/server/http/server-context.ts';
import { settings } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** Parts of the base map's file, as the PMTiles library asks for them: one range of bytes a request. */
export const GET: RequestHandler = async ({ params, request, url }) => {
	const { province } = await readProvinceRequest(url);
	const found = await findBaseMap(settings.dataDir, province.state.demonstration);
	if (found.is !== 'found' || !found.file.told.url.endsWith(`/${params.file}`)) {
		error(404, 'base-map-changed');
	}
	const { path, size } = found.file;
	const range = readRange(request.headers.get('range'), size);
	if (range === 'unsatisfiable') {
		return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } });
	}
	const { start, end } = range ?? { start: 0, end: size - 1 };
	const headers = {
		'accept-ranges': 'bytes',
		'cache-control': 'private, max-age=31536000, immutable',
		'content-length': String(end - start + 1),
		'content-type': 'application/vnd.pmtiles',
		...(range ? { 'content-range': `bytes ${start}-${end}/${size}` } : {})
	};
	const body = Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream;
	return new Response(body, { status: range ? 206 : 200, headers });
};

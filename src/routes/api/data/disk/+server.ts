import { json } from '@sveltejs/kit';
import { disk } from '#lib/server/runtime.ts';
import type { DiskWire } from '#lib/view/data-wire.ts';
import type { RequestHandler } from './$types';

/** Free space on the server's disk, and whether it is too little to load files. */
export const GET: RequestHandler = () => {
	const told: DiskWire = {
		freeBytes: disk.freeBytes() ?? null,
		neededBytes: disk.neededBytes,
		low: disk.isLow()
	};
	return json(told, { headers: { 'cache-control': 'no-store' } });
};

import { error, json } from '@sveltejs/kit';
import { readTaskBody } from '#lib/server/http/bodies.ts';
import {
	readImportRequest,
	readTaskOptions,
	requireUpload
} from '#lib/server/http/data-request.ts';
import { currentDataState } from '#lib/server/province.ts';
import { disk, openedDatabase, openedJobs } from '#lib/server/runtime.ts';
import { DISK_FULL } from '#lib/view/data-wire.ts';
import type { RequestHandler } from './$types';

/** Starts looking at, checking or loading a file that was sent in. */
export const POST: RequestHandler = async ({ request }) => {
	const asked = await readTaskBody(request);
	const jobs = openedJobs();
	switch (asked.task) {
		case 'inspect': {
			const layer = typeof asked.layer === 'string' ? asked.layer : undefined;
			return json(jobs.start({ kind: 'inspect', file: requireUpload(asked.file), layer }));
		}
		case 'check':
		case 'load':
			if (asked.task === 'load' && disk.isLow()) error(507, DISK_FULL);
			return json(
				jobs.start({
					kind: asked.task,
					request: readImportRequest(asked),
					options: readTaskOptions(
						asked,
						(await currentDataState(openedDatabase().db)).demonstration
					)
				})
			);
		default:
			error(400, 'task-unknown');
	}
};

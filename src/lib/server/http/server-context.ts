import { openedDatabase, settings } from '../runtime.ts';
import { provinceRequest, type ProvinceRequest } from './province-request.ts';
import { readPublicCopy } from './public-request.ts';
import type { RequestContext } from './request-context.ts';

/** How a request is answered in the server's own thread. */
export function serverContext(): RequestContext {
	const { db } = openedDatabase();
	return { db, dataDir: settings.dataDir, publicCopyOf: readPublicCopy };
}

/** Reads the parameters that most addresses share, for the open database. */
export async function readProvinceRequest(url: URL): Promise<ProvinceRequest> {
	return provinceRequest(openedDatabase().db, url);
}

import type { PublicCopy } from '#lib/domain/disclosure/public-copy.ts';
import type { Queryable } from '../db/database.ts';
import type { ProvinceRequest } from './province-request.ts';

/** What answers are made from; it differs between the server's own thread and those that make files. */
export interface RequestContext {
	db: Queryable;
	/** The data directory, whose folder `base` holds the base map. */
	dataDir: string;
	/** What the public may have of the data. */
	publicCopyOf: (request: ProvinceRequest) => Promise<PublicCopy>;
}

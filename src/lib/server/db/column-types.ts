import { customType } from 'drizzle-orm/pg-core';

/** Drizzle's own `geometry` is for points only; geometry is read and written through PostGIS functions. */
export const multiPolygon = customType<{ data: string }>({
	dataType: () => 'geometry(MultiPolygon,4326)'
});

export const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

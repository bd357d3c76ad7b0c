import type { EmbeddedClient } from './client.ts';

/** How many transactions have changed something since the database was made. */
export async function countChanges(client: Pick<EmbeddedClient, 'query'>): Promise<string> {
	const { rows } = await client.query(
		'select pg_snapshot_xmax(pg_current_snapshot())::text as changes'
	);
	return (rows as { changes: string }[])[0]!.changes;
}

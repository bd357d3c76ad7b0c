import { openInMemory } from '../../src/lib/server/db/embedded/embedded.ts';

/** Makes the empty database that tests start from once, rather than in every test file at the same time. */
export default async function prepareTemplate(): Promise<void> {
	const database = await openInMemory();
	await database.close();
}

import { diffSetups, type SetupDifference } from '#lib/domain/setup/setup-differences.ts';
import type { Setup } from '#lib/domain/setup/setup.ts';
import { findUsedRemovals, type UsedRemoval } from '#lib/domain/setup/setup-uses.ts';
import type { Database } from '../../db/database.ts';
import { setupChange } from '../../db/schema.ts';
import { lockLoads } from '../../import/lock-loads.ts';
import { saveProvinceSettings } from '../../import/save-province-settings.ts';
import { getSetup, getSetupUses } from '../../queries/setup.ts';
import { setupRevision } from './setup-revision.ts';
import { writeCatalogue } from './write-catalogue.ts';

export interface SaveSetupOptions {
	changedBy: string;
	/** Do everything, then take it back. */
	dryRun: boolean;
	/** The set-up that it was made from; undefined to write over whatever is there. */
	basedOn?: string | undefined;
}

export type SaveSetupResult =
	| { outcome: 'saved'; differences: SetupDifference[] }
	| { outcome: 'would-save'; differences: SetupDifference[] }
	| { outcome: 'unchanged'; differences: SetupDifference[] }
	/** What data hangs on would be taken away. */
	| { outcome: 'in-use'; removals: UsedRemoval[] }
	/** Somebody else saved meanwhile. */
	| { outcome: 'stale' };

/** Leaves the transaction without committing. */
class TakenBack extends Error {}

/**
 * Saves a set-up as a whole or not at all, and keeps what was there before. Rows that stay as they are are
 * not touched; nothing is written, and the data's version does not rise, where nothing differs.
 */
export async function saveSetup(
	database: Database,
	setup: Setup,
	{ changedBy, dryRun, basedOn }: SaveSetupOptions
): Promise<SaveSetupResult> {
	let result: SaveSetupResult = { outcome: 'unchanged', differences: [] };
	try {
		await database.db.transaction(async (tx) => {
			// A load that is under way may bring data for what is taken away here.
			await lockLoads(tx);
			const before = await getSetup(tx);
			if (basedOn !== undefined && basedOn !== setupRevision(before)) {
				result = { outcome: 'stale' };
				return;
			}
			const differences = diffSetups(before, setup);
			if (differences.length === 0) return;
			const removals = findUsedRemovals(before, setup, await getSetupUses(tx));
			if (removals.length > 0) {
				result = { outcome: 'in-use', removals };
				return;
			}
			result = { outcome: dryRun ? 'would-save' : 'saved', differences };
			await writeCatalogue(tx, before, setup);
			if (differences.some(({ kind }) => kind === 'province')) {
				await saveProvinceSettings(tx, setup.province, false);
			}
			await tx.insert(setupChange).values({ changedBy, before, after: setup });
			if (dryRun) throw new TakenBack();
		});
	} catch (error) {
		if (!(error instanceof TakenBack)) throw error;
	}
	return result;
}

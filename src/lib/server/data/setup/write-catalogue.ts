import { and, eq, inArray } from 'drizzle-orm';
import type { Setup, SetupIndicator, StoredSetup } from '#lib/domain/setup/setup.ts';
import type { Queryable } from '../../db/database.ts';
import {
	indicator,
	indicatorHeading,
	indicatorLimit,
	programme,
	target,
	track
} from '../../db/schema.ts';

/** Entries of a list that are new or say something else, and the codes of those that are gone. */
interface ListChange<T> {
	saved: { entry: T; position: number }[];
	gone: string[];
}

/**
 * Writes tracks, programmes, indicators and limits where they differ from what is there. What others point
 * to is written before, and taken away after, those that point to it.
 */
export async function writeCatalogue(
	tx: Queryable,
	before: StoredSetup,
	after: Setup
): Promise<void> {
	const indicators = changesOf(before.indicators, after.indicators);
	const tracks = changesOf(before.tracks, after.tracks);
	const programmes = changesOf(before.programmes, after.programmes, false);
	for (const { entry, position } of indicators.saved) await saveIndicator(tx, entry, position);
	for (const { entry, position } of tracks.saved) {
		const row = { ...entry, position };
		await tx.insert(track).values(row).onConflictDoUpdate({ target: track.code, set: row });
	}
	for (const { entry } of programmes.saved) {
		const { track: trackCode, targets, ...fields } = entry;
		const row = { ...fields, trackCode };
		await tx.insert(programme).values(row).onConflictDoUpdate({ target: programme.code, set: row });
		await tx.delete(target).where(eq(target.programmeCode, entry.code));
		if (targets.length > 0) {
			await tx
				.insert(target)
				.values(targets.map((each) => ({ programmeCode: entry.code, ...each })));
		}
	}
	await writeLimits(tx, before, after);
	if (programmes.gone.length > 0) {
		await tx.delete(programme).where(inArray(programme.code, programmes.gone));
	}
	if (tracks.gone.length > 0) await tx.delete(track).where(inArray(track.code, tracks.gone));
	if (indicators.gone.length > 0) {
		await tx.delete(indicator).where(inArray(indicator.code, indicators.gone));
	}
}

/** @param ordered whether another place in the list is a change */
function changesOf<T extends { code: string }>(
	before: readonly T[],
	after: readonly T[],
	ordered = true
): ListChange<T> {
	const was = new Map(
		before.map((entry, at) => [entry.code, JSON.stringify([entry, ordered ? at : 0])])
	);
	const kept = new Set(after.map(({ code }) => code));
	return {
		saved: after
			.map((entry, at) => ({ entry, at }))
			.filter(({ entry, at }) => was.get(entry.code) !== JSON.stringify([entry, ordered ? at : 0]))
			.map(({ entry, at }) => ({ entry, position: at + 1 })),
		gone: before.map(({ code }) => code).filter((code) => !kept.has(code))
	};
}

async function saveIndicator(
	tx: Queryable,
	{ headings, numerator, denominator, ...fields }: SetupIndicator,
	position: number
): Promise<void> {
	const row = { ...fields, position, numeratorCode: numerator, denominatorCode: denominator };
	await tx.insert(indicator).values(row).onConflictDoUpdate({ target: indicator.code, set: row });
	await tx.delete(indicatorHeading).where(eq(indicatorHeading.indicatorCode, fields.code));
	if (headings.length > 0) {
		await tx
			.insert(indicatorHeading)
			.values(headings.map((heading) => ({ indicatorCode: fields.code, heading })));
	}
}

async function writeLimits(tx: Queryable, before: StoredSetup, after: Setup): Promise<void> {
	const key = ({ part, whole }: Setup['limits'][number]) => `${part} ${whole}`;
	const [was, is] = [new Set(before.limits.map(key)), new Set(after.limits.map(key))];
	for (const limit of before.limits.filter((each) => !is.has(key(each)))) {
		await tx
			.delete(indicatorLimit)
			.where(
				and(eq(indicatorLimit.partCode, limit.part), eq(indicatorLimit.wholeCode, limit.whole))
			);
	}
	const added = after.limits.filter((each) => !was.has(key(each)));
	if (added.length > 0) {
		await tx
			.insert(indicatorLimit)
			.values(added.map(({ part, whole }) => ({ partCode: part, wholeCode: whole })));
	}
}

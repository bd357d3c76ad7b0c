import { sql } from 'drizzle-orm';
import { narrow, NameIndex } from '#lib/domain/name-index.ts';
import { fullName } from '#lib/domain/unit.ts';
import { isSameDistrict } from '#lib/domain/unit-name.ts';
import { rowsOf } from '../../db/database.ts';
import type { FileRun } from '../file-run.ts';
import type { KnownCommune, KnownCommunes } from './known-communes.ts';
import { provinceOfLoaded } from './loaded-province.ts';

interface NamedRow {
	ordinal: number;
	name: string;
	kind: string;
	district: string | null;
}

const MAX_SUGGESTED = 3;

/**
 * Finds the codes of `staged_boundary` by its names, within the province that is loaded, else the one that most
 * of the names are of. Names of one that is several communes', or nobody's, are errors.
 *
 * @param column the field of the names
 * @throws FileRefused when a name is not found
 */
export async function findCodes(run: FileRun, known: KnownCommunes, column: string): Promise<void> {
	const rows = await rowsOf<NamedRow>(
		run.tx,
		sql`select ordinal, name, kind, parent_name as district from staged_boundary order by ordinal`
	);
	const all = new NameIndex(known.communes);
	const found = rows.map((row) => ({ row, communes: all.find(fullName(row)) }));
	const home = provinceOfLoaded(known) ?? mostFrequent(found.map(({ communes }) => communes));
	const within = known.namesIn(home ?? '');
	const codes: { ordinal: number; code: string }[] = [];
	for (const { row } of found) {
		const written = fullName(row);
		const communes = narrow(
			within.find(written),
			({ district }) => row.district === null || isSameDistrict(district, row.district)
		);
		const [only] = communes;
		if (communes.length === 1 && only) {
			codes.push({ ordinal: row.ordinal, code: only.code });
			continue;
		}
		const near = within.suggest(written, () => true, MAX_SUGGESTED);
		run.problems.error(communes.length > 1 ? 'name-ambiguous' : 'name-unmatched', {
			row: row.ordinal,
			column,
			value: written,
			detail: { found: labels(communes), near: communes.length > 1 ? '' : labels(near) }
		});
	}
	run.problems.refuseIfWrong();
	await run.tx.execute(sql`
		update staged_boundary set code = found.code
		from jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as found (ordinal int, code text)
		where found.ordinal = staged_boundary.ordinal`);
}

function labels(communes: readonly KnownCommune[]): string {
	return communes.map(({ code, name }) => `${code} ${name}`).join(', ');
}

/** The province that most names are of; a name of several provinces counts for each of them. */
function mostFrequent(found: readonly (readonly KnownCommune[])[]): string | undefined {
	const counts = new Map<string, number>();
	for (const communes of found) {
		for (const province of new Set(communes.map(({ provinceCode }) => provinceCode))) {
			counts.set(province, (counts.get(province) ?? 0) + 1);
		}
	}
	return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}

import type { SolveCounts } from './count-program.ts';
import type { CountSystem } from './count-system.ts';
import { hideCells } from './hide-cells.ts';
import { newEntries, readLedger, type LedgerEntry } from './ledger.ts';
import type { CellSubject, PublicPlan } from './plan-message.ts';

/** A total's name within its indicator and year. */
export function totalKey(subject: Exclude<CellSubject, { of: 'unit' }>): string {
	if (subject.of === 'programme') return `programme ${subject.track} ${subject.until}`;
	return `${subject.of} ${subject.of === 'frame' ? subject.from : subject.until}`;
}

/**
 * Chooses what is published of each system, and audits it.
 *
 * @param ledger what earlier public copies said
 * @yields after each system, how many are done of how many
 */
export function* planPublic(
	systems: readonly CountSystem[],
	solve: SolveCounts,
	ledger: readonly LedgerEntry[]
): Generator<{ done: number; of: number }, PublicPlan> {
	const plan: PublicPlan = { years: [], entries: [] };
	for (const [at, system] of systems.entries()) {
		const found = hideCells(system, solve, readLedger(system, ledger));
		const { indicator, year, cells } = system;
		const shown = cells
			.filter(({ key, printable }) => printable && !found.hidden.has(key))
			.flatMap(({ subjects }) => subjects);
		plan.years.push({
			indicator,
			year,
			unitIds: shown.flatMap((subject) => (subject.of === 'unit' ? subject.unitId : [])),
			totals: shown.flatMap((subject) => (subject.of === 'unit' ? [] : totalKey(subject))),
			unsafe: cells
				.filter(({ key }) => found.unsafe.includes(key))
				.flatMap(({ subjects }) => subjects.slice(0, 1))
		});
		plan.entries.push(...newEntries(system, found, ledger));
		yield { done: at + 1, of: systems.length };
	}
	return plan;
}

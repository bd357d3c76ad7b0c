import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatDate } from '#lib/view/format.ts';
import { topologyLines } from '#lib/view/import-report-text.ts';
import { checkLoadedData, type LoadedDataCheck, type Orphans } from '../data/check-loaded-data.ts';
import type { Command, Outcome } from './command.ts';
import { withDatabase } from './with-database.ts';

export const CHECK_COMMAND: Command = { name: 'check', operands: [], options: {}, run: check };

const ORPHANS: Record<keyof Orphans, () => string> = {
	endedWithoutSuccessor: m.command_check_no_successor,
	beganWithoutPredecessor: m.command_check_no_predecessor,
	outsideValidity: m.command_check_outside_validity,
	unknownOrigin: m.command_check_unknown_origin
};
/** So many examples stand behind a finding. */
const EXAMPLES = 5;

function check(): Promise<Outcome> {
	return withDatabase('check', async ({ db }) => {
		const found = await checkLoadedData(db);
		return {
			exitCode: found.passed ? 0 : 1,
			document: { outcome: found.passed ? 'passed' : 'failed', ...found },
			text: toText(found)
		};
	});
}

function toText({ counts, frames, orphans, passed }: LoadedDataCheck): string {
	const all = Object.entries(counts).map(([table, count]) => `${table} ${formatCount(count)}`);
	const lines: string[] = [m.command_check_counts({ counts: all.join(', ') })];
	for (const { from, to, units, faults } of frames) {
		lines.push(
			m.command_check_frame({
				from: formatDate(from),
				to: to === null ? '…' : formatDate(to),
				units: formatCount(units)
			}),
			...(faults.length === 0
				? [m.command_check_clean()]
				: topologyLines(faults).map((line) => `  ${line}`))
		);
	}
	for (const key of Object.keys(ORPHANS) as (keyof Orphans)[]) {
		const examples = orphans[key];
		if (examples.length === 0) continue;
		lines.push(
			m.command_check_finding({
				what: ORPHANS[key](),
				count: formatCount(examples.length),
				examples: examples.slice(0, EXAMPLES).join('; ') + (examples.length > EXAMPLES ? '; …' : '')
			})
		);
	}
	return [...lines, passed ? m.command_check_passed() : m.command_check_failed()].join('\n');
}

import { m } from '#lib/paraglide/messages.js';
import { formatCount, formatDecimal, formatShare } from '#lib/view/format.ts';
import { compareSuccessionAt } from '../data/derive-succession.ts';
import type { Command, CommandInput, Outcome } from './command.ts';
import { withDatabase } from './with-database.ts';

/** Compares the recorded succession with the overlay of areas. */
export const DERIVE_COMMAND: Command = {
	name: 'derive succession',
	operands: [],
	options: { at: { type: 'string' } },
	run: derive
};

async function derive(input: CommandInput): Promise<Outcome> {
	input.required('at');
	const date = input.date('at') ?? '';
	return withDatabase('derive succession', async ({ db }) => {
		const found = await compareSuccessionAt(db, date);
		const area = (m2: number) => formatDecimal(m2 / 1e6);
		const lines = [
			...found.derived.map((each) =>
				m.command_derive_line({
					from: each.from,
					to: each.to,
					share: formatShare(each.areaWeight),
					area: area(each.areaM2)
				})
			),
			...found.differences.map((each) =>
				m.command_derive_difference({
					from: each.from,
					to: each.to,
					law: formatShare(each.lawWeight),
					share: formatShare(each.areaWeight),
					area: area(each.areaM2)
				})
			),
			m.command_derive_summary({
				recorded: formatCount(found.recorded),
				derived: formatCount(found.derived.length),
				differences: formatCount(found.differences.length)
			})
		];
		return { exitCode: 0, document: { outcome: 'derived', ...found }, text: lines.join('\n') };
	});
}

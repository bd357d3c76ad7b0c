import { matchUnits } from '#lib/domain/succession.ts';
import { fullName, type Frame } from '#lib/domain/unit.ts';
import type { Heirs } from '#lib/view/wire.ts';
import type { Province } from '../province.ts';

/** What became of each commune of some boundaries on others, by code. */
export function listHeirs({ history }: Province, from: Frame, to: Frame): Heirs {
	const wireOf = (id: number) => {
		const unit = history.units.get(id)!;
		return { code: unit.code, name: fullName(unit) };
	};
	return Object.fromEntries(
		[...matchUnits(history.lineage, from.unitIds, to.unitIds)].map(([id, heirs]) => {
			const { code, name } = wireOf(id);
			return [code, { name, heirs: heirs.map(wireOf) }];
		})
	);
}

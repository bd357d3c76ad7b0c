import type { MendedShape, Repair, RepairChange, RepairedUnit } from '#lib/domain/repair.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatCount } from './format.ts';
import { positionText } from './position-text.ts';
import { shapeFaultText } from './shape-fault-text.ts';

/** So many changes fit on a terminal. */
const CHANGES_TOLD = 200;

/**
 * What a repair did, line by line: in all, then each place, each shape and each commune.
 *
 * @param whole without an end to the list of places
 */
export function repairLines(
	repair: Repair,
	units: readonly RepairedUnit[],
	whole: boolean
): string[] {
	const { changes, smaller, mended } = repair;
	const told = whole ? changes : changes.slice(0, CHANGES_TOLD);
	const more = changes.length - told.length;
	return [
		repairSummary(repair),
		...told.map((change) => `  ${changeText(change)}`),
		...(more > 0 ? [`  ${m.import_report_more({ count: formatCount(more) })}`] : []),
		...(smaller.count > 0 ? [`  ${smallerText(smaller)}`] : []),
		...mended.map(mendedText),
		...(units.length > 0 ? [m.import_report_repaired({ count: formatCount(units.length) })] : []),
		...units.map(
			({ unit, gainedM2, lostM2 }) =>
				`  ${m.import_report_moved({ unit, gained: formatCount(gainedM2), lost: formatCount(lostM2) })}`
		)
	];
}

/** `Đã tự sửa những chỗ không quá 100 m²: 3 chỗ, tổng 139 m²` */
export function repairSummary({ limitM2, changes, smaller }: Repair): string {
	const limit = formatCount(limitM2);
	const count = changes.length + smaller.count;
	if (count === 0) return m.repair_nothing({ limit });
	const areaM2 = changes.reduce((sum, change) => sum + change.areaM2, smaller.areaM2);
	return m.repair_done({ limit, count: formatCount(count), area: formatCount(areaM2) });
}

export function smallerText({ count, areaM2 }: Repair['smaller']): string {
	return m.repair_smaller({ count: formatCount(count), area: formatCount(areaM2) });
}

/** `Chồng lấn 35 m² tại 103,10005; 21,05002: 10002 Nà Tấu được, 10001 Mường Phăng mất` */
function changeText({ kind, areaM2, to, from, position }: RepairChange): string {
	const facts = { area: formatCount(areaM2), position: positionText(position), to };
	return kind === 'gap'
		? m.repair_gap(facts)
		: m.repair_overlap({ ...facts, from: from.join(' – ') });
}

function mendedText(shape: MendedShape): string {
	const { unit, reason, position } = shape;
	return m.repair_mended({
		unit,
		reason: shapeFaultText(reason),
		change: mendedChangeText(shape),
		position: position ? `, ${m.import_report_position({ position: positionText(position) })}` : ''
	});
}

/** `diện tích không đổi`; `được 1.662.000 m², mất 0 m²` */
export function mendedChangeText({ gainedM2, lostM2 }: MendedShape): string {
	if (gainedM2 === 0 && lostM2 === 0) return m.repair_mended_same();
	return m.repair_mended_change({ gained: formatCount(gainedM2), lost: formatCount(lostM2) });
}

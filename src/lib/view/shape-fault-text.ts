import { m } from '#lib/paraglide/messages.js';

/** What PostGIS finds wrong with a shape, by its own words. */
const FAULTS: Record<string, () => string> = {
	'Self-intersection': m.shape_fault_self_intersection,
	'Ring Self-intersection': m.shape_fault_self_intersection,
	'Hole lies outside shell': m.shape_fault_hole_outside,
	'Holes are nested': m.shape_fault_hole_nested,
	'Interior is disconnected': m.shape_fault_disconnected,
	'Nested shells': m.shape_fault_nested,
	'Nested holes': m.shape_fault_hole_nested,
	'Duplicate Rings': m.shape_fault_duplicate,
	'Duplicate rings': m.shape_fault_duplicate,
	'Too few points in geometry component': m.shape_fault_few_points
};

/**
 * Why a shape is not valid, in the reader's language, with the words that map programs use.
 *
 * @example shapeFaultText('Self-intersection') // 'đường biên tự cắt (Self-intersection)'
 */
export function shapeFaultText(reason: string): string {
	const text = FAULTS[reason];
	return text ? `${text()} (${reason})` : reason;
}

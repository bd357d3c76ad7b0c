import type { Frame } from './unit.ts';

/** A commune as a row of a table names it: by code, by name, or by both. */
export interface RowUnit {
	code: string;
	/** As names are compared; empty where the row has only a code. */
	nameKey: string;
}

/** A commune of a frame. */
export interface FrameUnit {
	code: string;
	nameKey: string;
}

/** Fewer rows than this say nothing about which set of communes they are. */
const MIN_ROWS = 5;
/** So much of another date's communes must be there, and so little of the right date's. */
const MAX_OF_OTHER = 0.8;
const LITTLE_OF_OWN = 0.6;

/**
 * Finds out whether rows are the communes of another date than the one that they are loaded for. Codes, and
 * many names, are used again after mergers, so each row alone may look right: the set gives it away.
 *
 * @param rows each commune once, those without a figure too
 * @param own units of the date that the rows are loaded for
 * @param others units of other dates
 * @returns the place of the other date among `others`; undefined where the rows fit their own date
 */
export function findOtherFrame(
	rows: readonly RowUnit[],
	own: readonly FrameUnit[],
	others: readonly (readonly FrameUnit[])[]
): number | undefined {
	if (rows.length < MIN_ROWS) return undefined;
	const fitting = countFitting(rows, own);
	const found = others.findIndex((other) => {
		if (sameUnits(own, other)) return false;
		const fittingOther = countFitting(rows, other);
		// Names of many rows are those of the other date.
		if (fitting < rows.length) return fittingOther === rows.length && fitting < fittingOther;
		if (fittingOther < rows.length) return false;
		return isSetOf(rows, other, own) || isSetOf(rows, listKept(own, other), own);
	});
	return found < 0 ? undefined : found;
}

/** Rows that are all of a set, and nearly all of it, while most communes of their own date are missing. */
function isSetOf(
	rows: readonly RowUnit[],
	set: readonly FrameUnit[],
	own: readonly FrameUnit[]
): boolean {
	if (set.length < MIN_ROWS || set.length >= own.length) return false;
	if (countFitting(rows, set) < rows.length) return false;
	if (rows.length === set.length) return true;
	return rows.length >= MAX_OF_OTHER * set.length && rows.length <= LITTLE_OF_OWN * own.length;
}

/** Units that kept their code and name. */
function listKept(own: readonly FrameUnit[], other: readonly FrameUnit[]): FrameUnit[] {
	const keys = new Set(other.map(({ code, nameKey }) => `${code} ${nameKey}`));
	return own.filter(({ code, nameKey }) => keys.has(`${code} ${nameKey}`));
}

function sameUnits(one: readonly FrameUnit[], other: readonly FrameUnit[]): boolean {
	return one.length === other.length && listKept(one, other).length === one.length;
}

function countFitting(rows: readonly RowUnit[], units: readonly FrameUnit[]): number {
	const byCode = new Map(units.map(({ code, nameKey }) => [code, nameKey]));
	const names = new Set(units.map(({ nameKey }) => nameKey));
	return rows.filter(({ code, nameKey }) => {
		if (code === '') return names.has(nameKey);
		const known = byCode.get(code);
		return known !== undefined && (nameKey === '' || nameKey === known);
	}).length;
}

/** The frames whose units differ from those of a frame. */
export function otherFrames(frames: readonly Frame[], own: Frame): Frame[] {
	return frames.filter((frame) => frame.from !== own.from);
}

/** ISO 216, in millimetres: short side and long side. */
const PAPERS = {
	A4: [210, 297],
	A3: [297, 420],
	A2: [420, 594],
	A1: [594, 841],
	A0: [841, 1189]
} as const;

export type PaperName = keyof typeof PAPERS;
export const PAPER_NAMES = Object.keys(PAPERS) as PaperName[];
export const SIDES = ['landscape', 'portrait'] as const;
export type Side = (typeof SIDES)[number];

/** A sheet's size in millimetres. */
export function paperSize(name: PaperName, side: Side): { width: number; height: number } {
	const [short, long] = PAPERS[name];
	return side === 'landscape' ? { width: long, height: short } : { width: short, height: long };
}

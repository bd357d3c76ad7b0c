/** Questions to the user about a file; named as in the request. */
export interface Answers {
	subject: string;
	sheet: string;
	roles: Record<number, string>;
	layer: string;
	validFrom: string;
	validTo: string;
	code: string;
	name: string;
	crs: string;
	/** The file has its axes in the other order. */
	swapAxes: boolean;
	repair: boolean;
	/** Largest overlap or gap that is repaired, m²; empty for the product's limit. */
	repairUpTo: string;
	acceptTopology: boolean;
	indicator: string;
	period: string;
	scheme: string;
	/** How shares without a percent sign are written: `percent`, `fraction`; empty until it is asked. */
	shares: string;
	track: string;
	effective: string;
	document: string;
	corrections: boolean;
	reason: string;
	confirmJumps: boolean;
	replaceDemonstration: boolean;
	importedBy: string;
	sensitivity: string;
}

/** Nothing said yet. */
export function noAnswers(): Answers {
	return {
		subject: '',
		sheet: '',
		roles: {},
		layer: '',
		validFrom: '',
		validTo: '',
		code: '',
		name: '',
		crs: '',
		swapAxes: false,
		repair: false,
		repairUpTo: '',
		acceptTopology: false,
		indicator: '',
		period: '',
		scheme: '',
		shares: '',
		track: '',
		effective: '',
		document: '',
		corrections: false,
		reason: '',
		confirmJumps: false,
		replaceDemonstration: false,
		importedBy: '',
		sensitivity: 'internal'
	};
}

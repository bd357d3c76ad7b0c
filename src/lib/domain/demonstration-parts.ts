/** How much belongs to the demonstration data and goes with it. */
export interface DemonstrationParts {
	sources: number;
	/** Saved plans. */
	plans: number;
	stories: number;
	remarks: number;
	/** Alarms of the watch list that somebody acknowledged. */
	acknowledgements: number;
	closedMonths: number;
	/** Templates of the report: one or none. */
	templates: number;
	/** Remembered meanings of columns. */
	mappings: number;
}

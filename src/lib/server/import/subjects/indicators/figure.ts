import type { Period } from '#lib/domain/period.ts';
import type { RecordPlace } from '../../tables/read-records.ts';

/** A figure of a file: of which unit, indicator and period, and where it stands. */
export interface Figure {
	unitId: number;
	indicator: string;
	period: Period;
	value: number;
	/** Where it stands; made when a problem needs it. */
	at: () => RecordPlace;
	/** The row's unit, as messages name it. */
	unit: string;
}

/** A figure's place in the database: one value may stand there. */
export function figureKey(figure: Figure): string {
	const { unitId, indicator, period } = figure;
	return `${unitId} ${indicator} ${period.scheme} ${period.start} ${period.end}`;
}

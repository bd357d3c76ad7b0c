import type { Period } from '#lib/domain/period.ts';
import type { RecordPlace } from '../../tables/read-records.ts';
import type { KnownUnit } from '../../unit-lookup.ts';

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
	/** Of a period in which boundaries changed: which units the row can mean. */
	cut?: CutUnit;
	/** Of a figure that was made from those of former units. */
	origin?: 'summed' | 'estimated';
}

/** The units that a row can mean in a period in which boundaries changed; at least one. */
export interface CutUnit {
	/** Valid on the period's first day. */
	before: KnownUnit | undefined;
	/** Valid on its last day. */
	after: KnownUnit | undefined;
	/** Notes that no unit of that name or code is valid on the last day. */
	refuse: () => void;
}

/** A figure's place in the database: one value may stand there. */
export function figureKey(figure: Figure): string {
	const { unitId, indicator, period } = figure;
	return `${unitId} ${indicator} ${period.scheme} ${period.start} ${period.end}`;
}

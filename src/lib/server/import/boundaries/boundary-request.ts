import type { IsoDate } from '#lib/domain/period.ts';
import type { Level } from '#lib/domain/unit.ts';

/** A boundary file and how to take it. */
export interface BoundaryRequest {
	subject: 'boundaries';
	file: string;
	level: Level;
	validFrom: IsoDate;
	validTo: IsoDate | null;
	/** The layer, where a file has several. */
	layer?: string | undefined;
	/** Names of the fields, when they cannot be guessed. */
	code?: string | undefined;
	name?: string | undefined;
	/** Reference system of the coordinates, such as EPSG:9205; else from the file, else WGS 84. */
	crs?: string | undefined;
	/** The file has latitude before longitude, or northing before easting. */
	swapAxes?: boolean | undefined;
	/** Mend invalid shapes, overlaps and gaps. */
	repair?: boolean;
	/** Overlaps and gaps are repaired up to this size each, in m²; `REPAIR_LIMIT_M2` where it is not said. */
	repairUpToM2?: number | undefined;
	/** Load overlaps and gaps that are not repaired as they are; they stay in the source's report. */
	acceptTopology?: boolean;
}

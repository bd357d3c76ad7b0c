/** The map's layers from the ground up. */
export const Z_ORDER = [
	'ground',
	'shadow',
	'fill',
	'stripes',
	'pattern-dots',
	'pattern-hatch',
	'pattern-light-hatch',
	'pattern-relapse-hatch',
	'pattern-missing',
	'pattern-grid',
	'pattern-outline-dots',
	'part-fill',
	'part-dots',
	'part-hatch',
	'part-light-hatch',
	'part-relapse-hatch',
	'part-border',
	'border-casing',
	'border',
	'outline',
	'hover',
	'picked',
	'selection-casing',
	'selection'
] as const;
export type LayerId = (typeof Z_ORDER)[number];

/** Sources of the map. Parts are former communes within the communes in view. */
export const SOURCES = {
	units: 'units',
	borders: 'borders',
	outline: 'outline',
	parts: 'parts',
	partBorders: 'part-borders',
	picked: 'picked',
	hover: 'hover',
	selection: 'selection'
} as const;

/** The map's layers from the ground up. */
export const Z_ORDER = [
	'ground',
	'fill',
	'stripes',
	'pattern-dots',
	'pattern-hatch',
	'pattern-light-hatch',
	'pattern-missing',
	'pattern-grid',
	'pattern-outline-dots',
	'border',
	'status-outline',
	'picked',
	'hover',
	'selection',
	'label'
] as const;
export type LayerId = (typeof Z_ORDER)[number];

/** Sources of the map. */
export const SOURCES = {
	units: 'units',
	borders: 'borders',
	labels: 'labels',
	picked: 'picked',
	hover: 'hover',
	selection: 'selection'
} as const;

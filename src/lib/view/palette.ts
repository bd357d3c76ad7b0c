import type {
	FunnelPlace,
	ClusterClass,
	RateLevel,
	TrendClass
} from '#lib/domain/evidence/classes.ts';
import {
	MAP_CLASSES,
	type MapClass,
	type StatusClass,
	type SummaryCell
} from '#lib/domain/map-class.ts';
import type { Absence } from '#lib/domain/observation.ts';

/**
 * All colours that carry meaning, with their patterns, for legends and map alike.
 *
 * Checked for normal sight and protan, deutan and tritan deficiency; a second state has the colour of the
 * first with a pattern, so that no class rests on hue alone.
 */
export type Appearance = 'light' | 'dark';
export type Pattern =
	| 'dots'
	| 'hatch'
	| 'light-hatch'
	| 'relapse-hatch'
	| 'missing'
	| 'grid'
	| 'outline-dots'
	| 'stripes';

export interface Paint {
	color: string;
	pattern?: Pattern;
}

/** Ground of the map: paper by day, slate in a hall. */
export const PAPER: Record<Appearance, string> = { light: '#f8f7f3', dark: '#14171b' };
export const INK: Record<Appearance, string> = { light: '#1f242b', dark: '#eceae5' };
/** Lines between communes, and those between former communes within one. */
export const BORDER: Record<Appearance, string> = { light: '#2b3138', dark: '#dcdad4' };
export const FORMER_BORDER: Record<Appearance, string> = { light: '#8b8a85', dark: '#5d636b' };
/** The mark of a commune that relapsed. */
export const RELAPSE: Record<Appearance, string> = { light: '#5a2c6d', dark: '#d9a3d6' };
/** Land whose figure is not published. */
const NOT_PUBLISHED: Record<Appearance, string> = { light: '#c4c1ba', dark: '#4a4f56' };

const STATUS_COLORS = {
	light: {
		none: '#f3f1ec',
		listed: '#ffc600',
		underway: '#449ad8',
		met: '#125b44',
		not_met: '#be6e17',
		relapsed: '#5a2c6d'
	},
	dark: {
		none: '#2a2d31',
		listed: '#eac242',
		underway: '#5f75ed',
		met: '#4bc0a8',
		not_met: '#be6f33',
		relapsed: '#823c7e'
	}
} as const satisfies Record<Appearance, Record<string, string>>;

/** Land of no class: the ground that patterns of lines let through. */
export const LAND: Record<Appearance, string> = {
	light: STATUS_COLORS.light.none,
	dark: STATUS_COLORS.dark.none
};

const STATUS_PAINTS: Record<
	StatusClass,
	{ color: keyof (typeof STATUS_COLORS)['light']; pattern?: Pattern }
> = {
	none: { color: 'none' },
	survey: { color: 'listed', pattern: 'dots' },
	proposed: { color: 'listed' },
	approved: { color: 'underway', pattern: 'hatch' },
	active: { color: 'underway' },
	appraisal: { color: 'underway', pattern: 'dots' },
	met: { color: 'met' },
	exited: { color: 'met', pattern: 'light-hatch' },
	not_met: { color: 'not_met' },
	relapsed: { color: 'relapsed' },
	retransforming: { color: 'underway', pattern: 'relapse-hatch' },
	succeeded: { color: 'none', pattern: 'outline-dots' },
	mixed: { color: 'none', pattern: 'stripes' }
};

const TREND_COLORS: Record<Appearance, Record<TrendClass, string>> = {
	light: {
		falling: '#5e3c99',
		'leaning-falling': '#b2abd2',
		unclear: '#ece9e2',
		'leaning-rising': '#f4b266',
		rising: '#d95f02'
	},
	dark: {
		falling: '#9d7fe0',
		'leaning-falling': '#5d5384',
		unclear: '#383b40',
		'leaning-rising': '#8a6433',
		rising: '#f08a2c'
	}
};

/** One hue from few to many, because neither direction is good: what was detected says how much was looked for. */
const DETECTED_COLORS: Record<Appearance, Record<TrendClass, string>> = {
	light: {
		falling: '#e7edf3',
		'leaning-falling': '#c9d6e2',
		unclear: '#a3b5c6',
		'leaning-rising': '#73899e',
		rising: '#465d73'
	},
	dark: {
		falling: '#2b3540',
		'leaning-falling': '#3e4d5c',
		unclear: '#5a6d80',
		'leaning-rising': '#8298ad',
		rising: '#b8c9d9'
	}
};

/** Below and above the common rate have the colours of falling and rising. */
const RATE_AS_TREND: Record<RateLevel, TrendClass> = {
	'far-lower': 'falling',
	lower: 'leaning-falling',
	common: 'unclear',
	higher: 'leaning-rising',
	'far-higher': 'rising'
};

const FUNNEL_AS_TREND: Record<FunnelPlace, TrendClass> = {
	'far-below': 'falling',
	below: 'leaning-falling',
	within: 'unclear',
	above: 'leaning-rising',
	'far-above': 'rising'
};

/** Communes unlike those around them are dotted. */
const CLUSTER_AS_TREND: Record<ClusterClass, { as: TrendClass; pattern?: Pattern }> = {
	'high-high': { as: 'rising' },
	'low-low': { as: 'falling' },
	'high-low': { as: 'leaning-rising', pattern: 'dots' },
	'low-high': { as: 'leaning-falling', pattern: 'dots' },
	'no-cluster': { as: 'unclear' }
};

/** Darker: more of the programme; violet to orange: fewer to more cases. */
const SUMMARY_COLORS: Record<Appearance, Record<SummaryCell, string>> = {
	light: {
		'open falling': '#533aaa',
		'open unclear': '#817d75',
		'open rising': '#c15e2d',
		'reached falling': '#968dd8',
		'reached unclear': '#bbb7ae',
		'reached rising': '#faa440',
		'unlisted falling': '#cbcbfe',
		'unlisted unclear': '#f8f3eb',
		'unlisted rising': '#fcd6aa'
	},
	dark: {
		'open falling': '#c59ffd',
		'open unclear': '#9a9fa7',
		'open rising': '#fcb258',
		'reached falling': '#8767c2',
		'reached unclear': '#5e656c',
		'reached rising': '#b2752c',
		'unlisted falling': '#563e7b',
		'unlisted unclear': '#262a30',
		'unlisted rising': '#6f502b'
	}
};

const SITE_COLORS: Record<Appearance, string[]> = {
	light: ['#f3f1ec', '#a1eef2', '#52c6d3', '#0e9aaf', '#156d81', '#25424d'],
	dark: ['#2a2d31', '#005358', '#007b88', '#1da0b5', '#75c3d9', '#c3e4f2']
};

const ABSENCE_PATTERNS: Record<Exclude<Absence, 'not-published'>, Pattern> = {
	'not-reported': 'missing',
	'not-yet-reported': 'grid',
	'before-data': 'missing',
	'no-population': 'missing',
	'no-approval': 'missing',
	'not-available': 'outline-dots',
	'too-early': 'missing',
	'too-few-others': 'missing'
};

/** Colour and pattern of a class. */
export function paintOf(mapClass: MapClass, appearance: Appearance): Paint {
	switch (mapClass.theme) {
		case 'status': {
			const { color, pattern } = STATUS_PAINTS[mapClass.key];
			return { color: STATUS_COLORS[appearance][color], ...(pattern ? { pattern } : {}) };
		}
		case 'trend':
			return { color: TREND_COLORS[appearance][mapClass.key] };
		case 'summary':
			return { color: SUMMARY_COLORS[appearance][mapClass.key] };
		case 'detected':
			return { color: DETECTED_COLORS[appearance][mapClass.key] };
		case 'rate':
			return { color: TREND_COLORS[appearance][RATE_AS_TREND[mapClass.key]] };
		case 'funnel':
			return { color: TREND_COLORS[appearance][FUNNEL_AS_TREND[mapClass.key]] };
		case 'cluster': {
			const { as, pattern } = CLUSTER_AS_TREND[mapClass.key];
			return { color: TREND_COLORS[appearance][as], ...(pattern ? { pattern } : {}) };
		}
		case 'sites':
			return { color: SITE_COLORS[appearance][mapClass.key]! };
		case 'absence': {
			if (mapClass.key === 'not-published') return { color: NOT_PUBLISHED[appearance] };
			const pattern = ABSENCE_PATTERNS[mapClass.key];
			return { color: PAPER[appearance], pattern };
		}
	}
}

/** Every class's code with its paint, for building the map's expressions. */
export function listPaints(appearance: Appearance): { code: number; paint: Paint }[] {
	return MAP_CLASSES.map(({ code, mapClass }) => ({ code, paint: paintOf(mapClass, appearance) }));
}

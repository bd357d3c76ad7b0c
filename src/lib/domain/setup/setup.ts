import * as v from 'valibot';
import { AGGREGATIONS, DIRECTIONS, PERIODICITIES } from '../indicator.ts';
import { isIsoDate, SCHEMES } from '../period.ts';
import { PROVINCE_KINDS } from './province-settings.ts';
import { PROVINCIAL_ZONES } from './zones.ts';

/**
 * What makes an installation that of one province. The page, the file and the API share this schema; the
 * messages of its issues are codes that `setup-fault.ts` names.
 */

/** Shares that a programme can promise, 0 to 1. */
export const TARGET_METRICS = ['met_share', 'no_relapse_share'] as const;

/** Longest texts, in characters. */
const SETUP_LIMITS = { name: 120, document: 1000, unit: 40, heading: 200 } as const;

/** Letters, digits and `. _ -`, beginning with a letter or digit: what a table names a thing by. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,29}$/;

/** One line without control characters, composed (NFC), with single spaces. */
const line = (longest: number) =>
	v.pipe(
		v.string('not-text'),
		v.transform((text) =>
			text
				.normalize('NFC')
				.replace(/[\s\p{Cc}]+/gu, ' ')
				.trim()
		),
		v.maxLength(longest, 'too-long')
	);
const filled = (longest: number) => v.pipe(line(longest), v.minLength(1, 'empty'));
const code = v.pipe(
	v.string('not-text'),
	v.trim(),
	v.minLength(1, 'empty'),
	v.regex(CODE, 'code-form')
);
const date = v.pipe(
	v.string('not-text'),
	v.minLength(1, 'empty'),
	v.check(isIsoDate, 'not-a-date')
);
const wholeDays = v.pipe(
	v.number('not-a-number'),
	v.integer('days-range'),
	v.minValue(0, 'days-range'),
	v.maxValue(366, 'days-range')
);

const ProvinceSchema = v.strictObject(
	{
		code: v.nullable(v.pipe(v.string('not-text'), v.regex(/^\d{2}$/, 'province-code-form'))),
		name: filled(SETUP_LIMITS.name),
		kind: v.picklist(PROVINCE_KINDS, 'not-a-choice'),
		crs: v.nullable(
			v.picklist(
				PROVINCIAL_ZONES.map(({ crs }) => crs),
				'zone-unknown'
			)
		),
		calendar: v.picklist(SCHEMES, 'not-a-choice')
	},
	'fields'
);

const TrackSchema = v.strictObject(
	{
		code,
		nameVi: filled(SETUP_LIMITS.name),
		nameEn: line(SETUP_LIMITS.name),
		/** Indicator whose monthly counts make the track's trend; null for a track without one. */
		leadingIndicator: v.nullable(v.string('not-text'))
	},
	'fields'
);

const ProgrammeSchema = v.strictObject(
	{
		code,
		nameVi: filled(SETUP_LIMITS.name),
		nameEn: line(SETUP_LIMITS.name),
		track: v.string('not-text'),
		/** Numbers and dates of its documents; empty while there is none. */
		document: line(SETUP_LIMITS.document),
		startsOn: date,
		/** Null while no end is set. */
		endsOn: v.nullable(date),
		targets: v.array(
			v.strictObject(
				{
					metric: v.picklist(TARGET_METRICS, 'not-a-choice'),
					/** Share, 0 to 1. */
					value: v.pipe(
						v.number('not-a-number'),
						v.minValue(0, 'share-range'),
						v.maxValue(1, 'share-range')
					)
				},
				'fields'
			),
			'not-a-list'
		)
	},
	'fields'
);

const IndicatorSchema = v.strictObject(
	{
		code,
		nameVi: filled(SETUP_LIMITS.name),
		nameEn: line(SETUP_LIMITS.name),
		unitVi: filled(SETUP_LIMITS.unit),
		unitEn: line(SETUP_LIMITS.unit),
		aggregation: v.picklist(AGGREGATIONS, 'not-a-choice'),
		periodicity: v.picklist(PERIODICITIES, 'not-a-choice'),
		better: v.picklist(DIRECTIONS, 'not-a-choice'),
		/** Of a ratio: the indicators that it is recomputed from. */
		numerator: v.nullable(v.string('not-text')),
		denominator: v.nullable(v.string('not-text')),
		/** Days after the end of a period by which its report is due. */
		dueDays: wholeDays,
		/** Further headings under which the province's forms have it. */
		headings: v.array(filled(SETUP_LIMITS.heading), 'not-a-list')
	},
	'fields'
);

/** A part is no larger than its whole. */
const LimitSchema = v.strictObject(
	{ part: v.string('not-text'), whole: v.string('not-text') },
	'fields'
);

/** Every part by itself; that the parts fit together is checked by `findSetupFaults`. */
export const SetupSchema = v.strictObject(
	{
		province: ProvinceSchema,
		/** In their order; nothing can be shown without one. */
		tracks: v.pipe(v.array(TrackSchema, 'not-a-list'), v.minLength(1, 'list-empty')),
		programmes: v.array(ProgrammeSchema, 'not-a-list'),
		/** In their order; nothing can be loaded without one. */
		indicators: v.pipe(v.array(IndicatorSchema, 'not-a-list'), v.minLength(1, 'list-empty')),
		limits: v.array(LimitSchema, 'not-a-list')
	},
	'fields'
);

/** The whole set-up of a province. */
export type Setup = v.InferOutput<typeof SetupSchema>;
export type SetupIndicator = Setup['indicators'][number];

/** The set-up as it is stored; without a province until one is set up. */
export type StoredSetup = Omit<Setup, 'province'> & { province: Setup['province'] | null };

/** Whether a value from outside is a province's settings. */
export function isProvince(sent: unknown): sent is Setup['province'] {
	return v.is(ProvinceSchema, sent);
}

/**
 * A set-up in its one form: English names and units are the Vietnamese ones until somebody translates them,
 * and lists without an order of their own are sorted.
 */
export function tidySetup(setup: Setup): Setup {
	const named = <T extends { nameVi: string; nameEn: string }>(entry: T): T => ({
		...entry,
		nameEn: entry.nameEn === '' ? entry.nameVi : entry.nameEn
	});
	return {
		...setup,
		tracks: setup.tracks.map(named),
		programmes: setup.programmes.map((programme) => ({
			...named(programme),
			targets: programme.targets.toSorted((a, b) => (a.metric < b.metric ? -1 : 1))
		})),
		indicators: setup.indicators.map((indicator) => ({
			...named(indicator),
			unitEn: indicator.unitEn === '' ? indicator.unitVi : indicator.unitEn,
			headings: indicator.headings.toSorted()
		}))
	};
}

/** What a person starts from where no province is set up: the 15–14 calendar of police figures. */
export const NEW_PROVINCE: Setup['province'] = {
	code: null,
	name: '',
	kind: 'Tỉnh',
	crs: null,
	calendar: 'reporting'
};

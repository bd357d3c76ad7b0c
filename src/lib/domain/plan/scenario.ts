import * as v from 'valibot';
import { cleanJson, cleanLine, cleanText } from '../clean-text.ts';
import type { CitedSource } from '../loaded-source.ts';
import type { IsoDate } from '../period.ts';
import { rowNumber } from '../row-number.ts';
import { STATUSES } from '../status.ts';

/** Texts come without what files and databases cannot hold; a line is trimmed and has single spaces. */
const line = (longest: number) =>
	v.pipe(v.string(), v.transform(cleanLine), v.minLength(1), v.maxLength(longest));
/** A text that may have several lines. */
const text = (longest: number) =>
	v.pipe(
		v.string(),
		v.transform((sent) => cleanText(sent).trim().normalize('NFC')),
		v.minLength(1),
		v.maxLength(longest)
	);

/** What spoke for a commune when the plan was saved: later data may say something else. */
const FIGURES = v.object({
	facts: v.object({
		cases: v.object({
			count: v.optional(v.number()),
			countBefore: v.optional(v.number()),
			months: v.optional(v.number()),
			personYears: v.optional(v.number())
		}),
		sites: v.number(),
		record: v.array(
			v.object({
				name: v.string(),
				shown: v.picklist([...STATUSES, 'retransforming']),
				since: v.optional(v.string())
			})
		),
		alert: v.optional(v.object({ firstSeen: v.number(), recorded: v.number(), usual: v.number() }))
	}),
	/** In nine draws of ten the rank lies between. */
	ranks: v.optional(v.object({ low: v.number(), high: v.number() })),
	/** Share of draws in which it was chosen, 0 … 1. */
	share: v.optional(v.number())
});

const UNIT = v.object({
	code: v.string(),
	name: v.string(),
	/** District that quotas are for. */
	group: v.string(),
	score: v.nullable(v.number()),
	/** 1 is the most urgent by score. */
	rank: v.nullable(v.number()),
	cost: v.number(),
	/** What the choice loses without it, and who would come and go; null while that is not known. */
	reason: v.nullable(
		v.object({ loss: v.nullable(v.number()), in: v.array(v.string()), out: v.array(v.string()) })
	),
	/** Absent in plans from before they were kept. */
	figures: v.optional(FIGURES)
});

const OUTCOME = v.object({
	chosen: v.array(UNIT),
	value: v.number(),
	/** Candidates that were not chosen, the most urgent first; those that matter only. */
	refused: v.optional(v.array(UNIT)),
	/** Cases per 10,000 of all communes together. */
	provinceRate: v.optional(v.number())
});

export const SCENARIO_LIMITS = { name: 120, author: 80, reason: 1000 } as const;

const NEW_SCENARIO = v.object({
	name: line(SCENARIO_LIMITS.name),
	author: line(SCENARIO_LIMITS.author),
	dataVersion: rowNumber,
	/** `2026-10`: up to when things were known. */
	month: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
	track: v.string(),
	/** First day of the boundaries. */
	frame: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
	/** Everything that was put in; only the planner knows what it means. */
	inputs: v.custom<unknown>((sent) => typeof sent === 'object' && sent !== null),
	outcome: OUTCOME
});

const DECISION = v.object({
	by: line(SCENARIO_LIMITS.author),
	reason: text(SCENARIO_LIMITS.reason)
});

/** A commune in a saved plan; by code and name, because boundaries may be loaded anew. */
export type ScenarioUnit = v.InferOutput<typeof UNIT>;
/** A plan as it is sent to be saved. */
export type NewScenario = v.InferOutput<typeof NEW_SCENARIO>;

/** What the figures of a plan came from, as it was when the plan was saved. */
export interface ScenarioOrigin {
	demonstration: boolean;
	/** Plans saved before sources were cited know only who may see them. */
	sources: (CitedSource | { sensitivity: string })[];
}

/** A plan as it was saved. */
export interface Scenario extends NewScenario {
	id: number;
	/** Day on which it was saved. */
	createdAt: IsoDate;
	/** Null where it is not known: the data was loaded anew before the plan was saved. */
	origin: ScenarioOrigin | null;
	decision: { by: string; reason: string; date: IsoDate } | null;
}

/** A scenario as it was sent in, with clean texts; undefined where something is missing or too long. */
export function readScenario(sent: unknown): NewScenario | undefined {
	const read = v.safeParse(NEW_SCENARIO, cleanJson(sent));
	return read.success ? read.output : undefined;
}

/** Who decided, and why; undefined where either is missing or too long. */
export function readDecision(sent: unknown): v.InferOutput<typeof DECISION> | undefined {
	const read = v.safeParse(DECISION, sent);
	return read.success ? read.output : undefined;
}

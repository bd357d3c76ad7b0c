import { cleanJson, cleanLine, cleanText } from '../clean-text.ts';
import type { IsoDate } from '../period.ts';

/** A commune in a saved plan; by code and name, because boundaries may be loaded anew. */
export interface ScenarioUnit {
	code: string;
	name: string;
	/** District that quotas are for. */
	group: string;
	score: number | null;
	/** 1 is the most urgent by score. */
	rank: number | null;
	cost: number;
	/** What the choice loses without it, and who would come and go; null while that is not known. */
	reason: { loss: number | null; in: string[]; out: string[] } | null;
}

/** What a saved plan chose. */
export interface ScenarioOutcome {
	chosen: ScenarioUnit[];
	value: number;
}

/** What the figures of a plan came from, as it was when the plan was saved. */
export interface ScenarioOrigin {
	demonstration: boolean;
	sources: { fileName: string; sensitivity: string }[];
}

/** A plan as it was saved. */
export interface Scenario {
	id: number;
	name: string;
	author: string;
	/** Day on which it was saved. */
	createdAt: IsoDate;
	dataVersion: number;
	/** `2026-10`: up to when things were known. */
	month: string;
	track: string;
	/** First day of the boundaries. */
	frame: IsoDate;
	/** Everything that was put in; only the planner knows what it means. */
	inputs: unknown;
	outcome: ScenarioOutcome;
	/** Null where it is not known: the data was loaded anew before the plan was saved. */
	origin: ScenarioOrigin | null;
	decision: { by: string; reason: string; date: IsoDate } | null;
}

export type NewScenario = Omit<Scenario, 'id' | 'createdAt' | 'origin' | 'decision'>;

export const SCENARIO_LIMITS = { name: 120, author: 80, reason: 1000 } as const;

/** A scenario as it was sent in, with clean texts; undefined where something is missing or too long. */
export function readScenario(sent: unknown): NewScenario | undefined {
	if (typeof sent !== 'object' || sent === null) return undefined;
	const fields = cleanJson(sent) as Partial<Record<keyof NewScenario, unknown>>;
	const name = readLine(fields.name, SCENARIO_LIMITS.name);
	const author = readLine(fields.author, SCENARIO_LIMITS.author);
	const { dataVersion, month, track, frame, inputs } = fields;
	const outcome = readOutcome(fields.outcome);
	if (name === undefined || author === undefined || !outcome) return undefined;
	if (typeof dataVersion !== 'number' || !Number.isInteger(dataVersion)) return undefined;
	if (typeof month !== 'string' || !/^\d{4}-\d{2}$/.test(month)) return undefined;
	if (typeof frame !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(frame)) return undefined;
	if (typeof track !== 'string' || typeof inputs !== 'object' || inputs === null) return undefined;
	return { name, author, dataVersion, month, track, frame, inputs, outcome };
}

/** Who decided, and why; undefined where either is missing or too long. */
export function readDecision(sent: unknown): { by: string; reason: string } | undefined {
	if (typeof sent !== 'object' || sent === null) return undefined;
	const fields = sent as Partial<Record<'by' | 'reason', unknown>>;
	const by = readLine(fields.by, SCENARIO_LIMITS.author);
	const reason = readText(fields.reason, SCENARIO_LIMITS.reason);
	return by === undefined || reason === undefined ? undefined : { by, reason };
}

function readOutcome(sent: unknown): ScenarioOutcome | undefined {
	if (typeof sent !== 'object' || sent === null) return undefined;
	const { chosen, value } = sent as Partial<Record<keyof ScenarioOutcome, unknown>>;
	if (!Array.isArray(chosen) || typeof value !== 'number') return undefined;
	return chosen.every(isScenarioUnit) ? { chosen, value } : undefined;
}

function isScenarioUnit(sent: unknown): sent is ScenarioUnit {
	if (typeof sent !== 'object' || sent === null) return false;
	const unit = sent as Partial<Record<keyof ScenarioUnit, unknown>>;
	return (
		[unit.code, unit.name, unit.group].every((text) => typeof text === 'string') &&
		[unit.score, unit.rank].every((figure) => figure === null || typeof figure === 'number') &&
		typeof unit.cost === 'number' &&
		(unit.reason === null || isReason(unit.reason))
	);
}

function isReason(sent: unknown): boolean {
	if (typeof sent !== 'object' || sent === null) return false;
	const reason = sent as Partial<Record<'loss' | 'in' | 'out', unknown>>;
	return (
		(reason.loss === null || typeof reason.loss === 'number') &&
		[reason.in, reason.out].every(
			(names) => Array.isArray(names) && names.every((name) => typeof name === 'string')
		)
	);
}

function readLine(sent: unknown, longest: number): string | undefined {
	if (typeof sent !== 'string') return undefined;
	const text = cleanLine(sent);
	return text.length > 0 && text.length <= longest ? text : undefined;
}

/** A text that may have several lines. */
function readText(sent: unknown, longest: number): string | undefined {
	if (typeof sent !== 'string') return undefined;
	const text = cleanText(sent).trim().normalize('NFC');
	return text.length > 0 && text.length <= longest ? text : undefined;
}

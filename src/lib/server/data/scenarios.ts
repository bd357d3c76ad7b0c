import { sql } from 'drizzle-orm';
import type { NewScenario, Scenario, ScenarioOrigin } from '#lib/domain/plan/scenario.ts';
import { rowsOf, type Queryable } from '../db/database.ts';

type Row = Omit<Scenario, 'decision' | 'inputs' | 'outcome' | 'origin'> & {
	/** JSON as text: the drivers differ in whether they read it. */
	inputs: string;
	outcome: string;
	origin: string | null;
	decidedBy: string | null;
	decidedReason: string | null;
	decidedAt: string | null;
};

/** Saved plans, the latest first. */
export async function listScenarios(db: Queryable): Promise<Scenario[]> {
	const rows = await rowsOf<Row>(
		db,
		sql`select id, name, author, to_char(created_at, 'YYYY-MM-DD') as "createdAt",
				data_version as "dataVersion", month, track_code as track, frame::text as frame,
				inputs::text as inputs, outcome::text as outcome, origin::text as origin, decided_by as "decidedBy",
				decided_reason as "decidedReason", to_char(decided_at, 'YYYY-MM-DD') as "decidedAt"
			from scenario order by id desc`
	);
	return rows.map(({ inputs, outcome, origin, decidedBy, decidedReason, decidedAt, ...row }) => ({
		...row,
		inputs: JSON.parse(inputs) as unknown,
		outcome: JSON.parse(outcome) as Scenario['outcome'],
		origin: origin === null ? null : (JSON.parse(origin) as ScenarioOrigin),
		decision:
			decidedBy !== null && decidedReason !== null && decidedAt !== null
				? { by: decidedBy, reason: decidedReason, date: decidedAt }
				: null
	}));
}

/** Saves a plan. @returns its id */
export async function addScenario(
	db: Queryable,
	scenario: NewScenario,
	origin: ScenarioOrigin | null
): Promise<number> {
	const { name, author, dataVersion, month, track, frame, inputs, outcome } = scenario;
	const [row] = await rowsOf<{ id: number }>(
		db,
		sql`insert into scenario (name, author, data_version, month, track_code, frame, inputs, outcome, origin)
			values (${name}, ${author}, ${dataVersion}, ${month}, ${track}, ${frame}::date,
				${JSON.stringify(inputs)}::text::jsonb, ${JSON.stringify(outcome)}::text::jsonb,
				${origin === null ? null : JSON.stringify(origin)}::text::jsonb)
			returning id`
	);
	return row!.id;
}

/** Marks a plan as decided, once. @returns whether it was there and not decided before */
export async function decideScenario(
	db: Queryable,
	id: number,
	{ by, reason }: { by: string; reason: string }
): Promise<boolean> {
	const rows = await rowsOf(
		db,
		sql`update scenario set decided_by = ${by}, decided_reason = ${reason}, decided_at = now()
			where id = ${id} and decided_at is null returning id`
	);
	return rows.length > 0;
}

/** Deletes an undecided plan. @returns false if it does not exist or was decided */
export async function deleteScenario(db: Queryable, id: number): Promise<boolean> {
	const rows = await rowsOf(
		db,
		sql`delete from scenario where id = ${id} and decided_at is null returning id`
	);
	return rows.length > 0;
}

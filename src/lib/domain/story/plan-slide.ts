import type { Scenario } from '../plan/scenario.ts';
import type { Slide } from './story.ts';

export type PlanSlide = Extract<Slide, { kind: 'plan' }>;
/** What a slide keeps of a saved plan. */
export type PlanContent = Pick<
	PlanSlide,
	'scenario' | 'name' | 'frame' | 'communes' | 'decision' | 'dataVersion'
>;

/** What a slide shows of a saved plan: it stays when the plan is deleted. */
export function planContent({
	id,
	name,
	frame,
	outcome,
	decision,
	dataVersion
}: Scenario): PlanContent {
	return {
		scenario: id,
		name,
		frame,
		dataVersion,
		communes: outcome.chosen.map((unit) => ({
			code: unit.code,
			name: unit.name,
			group: unit.group
		})),
		decision: decision && { by: decision.by, date: decision.date }
	};
}

/**
 * How a saved plan differs from what a slide keeps of it.
 *
 * @returns `gone` where it was deleted, `decided` where somebody decided on it since; undefined where neither
 */
export function planChange(
	slide: PlanContent,
	saved: readonly Scenario[]
): 'gone' | 'decided' | undefined {
	const scenario = saved.find(({ id, name }) => id === slide.scenario && name === slide.name);
	if (!scenario) return 'gone';
	return scenario.decision !== null && slide.decision === null ? 'decided' : undefined;
}

import wasmUrl from 'highs/runtime?url';
import { answerPlan } from '#lib/domain/plan/answer-plan.ts';
import { growChoice } from '#lib/domain/plan/sequence.ts';
import { drawPlanRanks, planQuestion } from '#lib/domain/plan/plan-ranks.ts';
import { selectionShares } from '#lib/domain/plan/selection.ts';
import { loadSolver } from './highs.ts';
import type { GrowthAnswer, PlanAnswer, PlanRequest } from './protocol.ts';

/** Runs in a worker of the page: plans are solved and ranks drawn here. Ending it ends the work. */

const say = (answer: PlanAnswer | GrowthAnswer) => self.postMessage(answer);
let solver: ReturnType<typeof loadSolver> | undefined;

self.addEventListener('message', ({ data }: MessageEvent<PlanRequest>) => {
	run(data).catch((error: unknown) =>
		say({ step: 'failed', message: error instanceof Error ? error.message : String(error) })
	);
});

async function run(request: PlanRequest): Promise<void> {
	if (request.ask === 'ranks') {
		const { id, units, levels, weights, how, first } = request;
		say({ step: 'ranks', id, ranks: drawPlanRanks(units, levels, weights, how, first) });
		return;
	}
	const solve = await (solver ??= loadSolver({ wasmUrl }));
	if (request.ask === 'selection') {
		const { units, levels, weights, how, problem } = request;
		const question = planQuestion(units, levels, weights, how);
		const ranked = units.map(({ unitId }) => unitId);
		const shares = question ? selectionShares(question, ranked, problem, solve) : [];
		say({ step: 'selection', shares });
		return;
	}
	if (request.ask === 'growth') {
		const { problem, by, limits } = request;
		for (const growth of growChoice(problem, by, limits, solve)) say({ step: 'growth', growth });
	} else {
		for (const step of answerPlan(request.problem, request.variants, solve)) say(step);
	}
	say({ step: 'done' });
}

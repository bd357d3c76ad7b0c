import { parentPort, workerData } from 'node:worker_threads';
import type { AuditMessage } from '#lib/domain/disclosure/plan-message.ts';
import { planPublic } from '#lib/domain/disclosure/public-plan.ts';
import { publicSystems } from '#lib/domain/disclosure/public-systems.ts';
import { loadCountSolver } from '#lib/solver/count-solver.ts';
import type { AuditOrder } from './public-audit.ts';

/** Runs in a thread of its own: one audit, then it ends. Ending it ends the audit. */
const { data, ledger } = workerData as AuditOrder;
const say = (message: AuditMessage) => parentPort!.postMessage(message);

try {
	const steps = planPublic(publicSystems(data), await loadCountSolver(), ledger);
	for (let step = steps.next(); ; step = steps.next()) {
		if (step.done) {
			say({ say: 'plan', plan: step.value });
			break;
		}
		say({ say: 'progress', ...step.value });
	}
} catch (error) {
	say({ say: 'failed', message: error instanceof Error ? error.message : String(error) });
}

import type { NewScenario, Scenario } from '#lib/domain/plan/scenario.ts';
import { fetchJson, sendJson } from '../fetch-json.ts';

const URL = '/api/plan/scenarios';

/** Saved plans, as the server has them. */
export class Scenarios {
	list = $state.raw<readonly Scenario[]>();
	/** What went wrong last. */
	failure = $state<'load' | 'save'>();
	sending = $state(false);

	async load(): Promise<void> {
		try {
			this.list = await fetchJson<Scenario[]>(URL);
			this.failure = undefined;
		} catch {
			this.failure = 'load';
		}
	}

	save(scenario: NewScenario): Promise<boolean> {
		return this.#send('POST', URL, scenario);
	}

	decide(id: number, decision: { by: string; reason: string }): Promise<boolean> {
		return this.#send('PUT', `${URL}/${id}`, decision);
	}

	delete(id: number): Promise<boolean> {
		return this.#send('DELETE', `${URL}/${id}`);
	}

	/** @returns whether the server took it */
	async #send(method: string, url: string, body?: unknown): Promise<boolean> {
		this.sending = true;
		try {
			this.list = await sendJson<Scenario[]>(method, url, body);
			this.failure = undefined;
			return true;
		} catch {
			this.failure = 'save';
			return false;
		} finally {
			this.sending = false;
		}
	}
}

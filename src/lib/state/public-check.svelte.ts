import type { AuditState } from '#lib/domain/disclosure/plan-message.ts';
import { readAuditState } from '#lib/domain/disclosure/read-audit.ts';
import { fetchJson, sendJson } from './fetch-json.ts';

/** How soon the server is asked again how far it is. */
const ASK_MS = 400;

/** The audit before public copies, as the server works on it. */
export class PublicCheck {
	/** Undefined before the first answer. */
	audit = $state.raw<AuditState>();
	/** Why nothing is asked any more although there is no result. */
	ended = $state<'stopped' | 'lost'>();
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(readonly track: string) {}

	/** Begins, or goes on, asking until there is a result. */
	async watch(): Promise<void> {
		clearTimeout(this.#timer);
		this.ended = undefined;
		try {
			const query = `track=${encodeURIComponent(this.track)}`;
			const answer = await fetchJson<unknown>(`/api/public-copy?${query}`);
			if (this.ended !== undefined) return;
			this.audit = readAuditState(answer);
			if (this.audit.state === 'running') {
				this.#timer = setTimeout(() => void this.watch(), ASK_MS);
			}
		} catch {
			this.ended ??= 'lost';
		}
	}

	/** Stops the audit on the server as well. */
	async stop(): Promise<void> {
		this.leave();
		this.audit = undefined;
		await sendJson('DELETE', '/api/public-copy').catch(() => undefined);
	}

	/** Asks no more; whatever the server has begun goes on. */
	leave(): void {
		clearTimeout(this.#timer);
		this.ended = 'stopped';
	}
}

import { diffSetups, type SetupDifference } from '#lib/domain/setup/setup-differences.ts';
import type { SetupFault, SetupPath } from '#lib/domain/setup/setup-fault.ts';
import { readSetup } from '#lib/domain/setup/read-setup.ts';
import type { StoredSetup } from '#lib/domain/setup/setup.ts';
import type { UsedRemoval } from '#lib/domain/setup/setup-uses.ts';
import type { SaveAnswer, SaveRequest, SetupWire } from '#lib/view/setup/setup-wire.ts';
import { sendJson } from '../fetch-json.ts';
import { findKeptDraft, forgetDraft, keepDraft, toDraft, toSent } from './setup-draft.ts';

/** What came of the last attempt to save, or of opening the page. */
export type SetupNotice =
	'restored' | 'restored-stale' | 'taken' | 'saved' | 'stale' | 'failed' | undefined;

/** The set-up being edited: kept in this browser until it is saved, saved as a whole. */
export class SetupEditor {
	/** The set-up as it is stored. */
	saved = $state.raw<SetupWire>({ setup: NO_SETUP, revision: '' });
	draft = $state(toDraft(NO_SETUP));
	notice = $state<SetupNotice>();
	/** Somebody wanted to save: from then on faults are shown. */
	tried = $state(false);
	saving = $state(false);
	/** What data hangs on and would have been taken away. */
	removals = $state.raw<UsedRemoval[]>([]);
	/** What the server found that this page did not. */
	#found = $state.raw<SetupFault[]>([]);

	readonly sent = $derived(toSent($state.snapshot(this.draft)));
	readonly #reading = $derived(readSetup(this.sent));
	readonly faults: SetupFault[] = $derived(
		this.tried ? [...this.#reading.faults, ...this.#found] : []
	);
	readonly changed = $derived(
		JSON.stringify(this.draft) !== JSON.stringify(toDraft(this.saved.setup))
	);
	/** Undefined while the fields cannot be read. */
	readonly differences: SetupDifference[] | undefined = $derived(
		this.#reading.setup && diffSetups(this.saved.setup, this.#reading.setup)
	);

	constructor(saved: SetupWire) {
		this.saved = saved;
		this.draft = toDraft(saved.setup);
	}

	/** Takes up what was not saved the last time. */
	restore(): void {
		const kept = findKeptDraft();
		if (!kept) return;
		this.draft = kept.draft;
		if (!this.changed) forgetDraft();
		else this.notice = kept.basedOn === this.saved.revision ? 'restored' : 'restored-stale';
	}

	/** Keeps what is in the fields, for when the page is left before it is saved. */
	keep(): void {
		if (this.changed) {
			keepDraft({ basedOn: this.saved.revision, draft: $state.snapshot(this.draft) });
		} else forgetDraft();
	}

	/** The stored set-up as it is now; unedited fields follow it. */
	refresh(saved: SetupWire): void {
		if (saved.revision === this.saved.revision) return;
		const follow = !this.changed;
		this.saved = saved;
		if (follow) this.draft = toDraft(saved.setup);
	}

	discard(): void {
		this.draft = toDraft(this.saved.setup);
		this.tried = false;
		this.removals = [];
		this.notice = undefined;
	}

	/** Puts a former set-up into the fields, to be looked at and saved. */
	take(former: StoredSetup): void {
		this.draft = toDraft(
			{ ...former, province: former.province ?? this.saved.setup.province },
			this.saved.setup
		);
		this.notice = 'taken';
	}

	/** Whether everything in the fields can be read; from now on faults are shown. */
	check(): boolean {
		this.tried = true;
		this.#found = [];
		this.removals = [];
		return this.#reading.setup !== undefined;
	}

	/** Saves what is in the fields as a whole. @returns whether it is saved */
	async save(changedBy: string): Promise<boolean> {
		this.saving = true;
		this.notice = undefined;
		const request: SaveRequest = {
			setup: this.sent,
			basedOn: this.saved.revision,
			changedBy
		};
		try {
			const answer = await sendJson<SaveAnswer>('PUT', '/api/setup', request);
			return await this.#take(answer);
		} catch {
			this.notice = 'failed';
			return false;
		} finally {
			this.saving = false;
		}
	}

	faultsAt(path: SetupPath): SetupFault[] {
		return this.faults.filter((fault) => path.every((key, at) => fault.path[at] === key));
	}

	async #take(answer: SaveAnswer): Promise<boolean> {
		switch (answer.outcome) {
			case 'saved':
			case 'unchanged':
				this.saved = answer.saved;
				this.draft = toDraft(answer.saved.setup);
				this.tried = false;
				this.notice = 'saved';
				return true;
			case 'faulty':
				this.#found = answer.faults;
				return false;
			case 'in-use':
				this.removals = answer.removals;
				return false;
			case 'stale': {
				const response = await fetch('/api/setup');
				this.saved = (await response.json()) as SetupWire;
				this.notice = 'stale';
				return false;
			}
		}
	}
}

const NO_SETUP: StoredSetup = {
	province: null,
	tracks: [],
	programmes: [],
	indicators: [],
	limits: []
};

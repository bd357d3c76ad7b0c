import type { Story } from '#lib/domain/story/story.ts';
import { RequestFailed, sendJson, fetchJson } from '../fetch-json.ts';

/** Keys come faster than it is worth saving; a server that is away is asked again after a while. */
const REST_MS = 600;
const RETRY_MS = 5000;
const MAX_UNDONE = 50;
/** What the server's refusals mean. */
const FAILURES: Partial<Record<number, 'changed' | 'gone' | 'refused'>> = {
	400: 'refused',
	413: 'refused',
	404: 'gone',
	409: 'changed'
};

/** A presentation that is being edited: saved by itself, undone step by step. */
export class StoryEditor {
	story = $state.raw() as Story;
	saving = $state<'saved' | 'waiting' | 'saving'>('saved');
	/** When it was saved last by this page, in milliseconds. */
	savedAt = $state<number>();
	/**
	 * Somebody else changed or deleted it meanwhile, the server is away, or does not take it; what was put in stays.
	 */
	failure = $state<'changed' | 'gone' | 'lost' | 'refused'>();
	#past = $state.raw<readonly Pick<Story, 'title' | 'slides'>[]>([]);
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** The field that was typed in last. */
	#typed: string | undefined;
	/** One at a time, or the second would meet the revision of the first. */
	#sending: Promise<void> | undefined;

	constructor(story: Story) {
		this.story = story;
	}

	get undoable(): boolean {
		return this.#past.length > 0;
	}

	/** @param typed the field that is typed in: all that is typed there until a pause is undone as one */
	change(change: Partial<Pick<Story, 'title' | 'slides'>>, typed?: string): void {
		const { title, slides } = this.story;
		const goesOn = typed !== undefined && typed === this.#typed && this.saving !== 'saved';
		if (!goesOn) this.#past = [...this.#past, { title, slides }].slice(-MAX_UNDONE);
		this.#typed = typed;
		this.story = { ...this.story, ...change };
		this.#saveSoon(REST_MS);
	}

	undo(): void {
		const before = this.#past.at(-1);
		if (!before) return;
		this.#past = this.#past.slice(0, -1);
		this.#typed = undefined;
		this.story = { ...this.story, ...before };
		this.#saveSoon(REST_MS);
	}

	/** Saves what is not saved yet, and what is put in meanwhile. */
	save(): Promise<void> {
		clearTimeout(this.#timer);
		this.#sending ??= this.#send().finally(() => (this.#sending = undefined));
		return this.#sending;
	}

	/** Keeps what was put in as a presentation of its own. @returns it; undefined where the server is away */
	async saveAsOwn(title: string): Promise<Story | undefined> {
		try {
			const { slides } = this.story;
			const own = await sendJson<Story>('POST', '/api/stories', { title, slides });
			// What was put in meanwhile is only here.
			if (this.story.slides === slides) this.saving = 'saved';
			return own;
		} catch (error) {
			this.#fail(error);
			return undefined;
		}
	}

	/** Gives up what was put in for what the server has. */
	async reload(): Promise<void> {
		try {
			this.story = await fetchJson<Story>(`/api/stories/${this.story.id}`);
		} catch (error) {
			this.#fail(error);
			return;
		}
		this.#past = [];
		this.failure = undefined;
		this.saving = 'saved';
	}

	/** Saves what waits. @returns whether nothing is left that only this page has */
	async settle(): Promise<boolean> {
		// After a conflict a person decides.
		if (this.saving !== 'saved' && this.failure !== 'changed' && this.failure !== 'gone') {
			await this.save();
		}
		return this.saving === 'saved';
	}

	/** The page is left. */
	close(): void {
		clearTimeout(this.#timer);
	}

	async #send(): Promise<void> {
		for (;;) {
			const { id, revision, title, slides } = this.story;
			this.saving = 'saving';
			try {
				const saved = await sendJson<Story>('PUT', `/api/stories/${id}`, {
					revision,
					title,
					slides
				});
				// What was put in while it was saved is not saved yet.
				const more = this.story.slides !== slides || this.story.title !== title;
				this.story = { ...this.story, revision: saved.revision, updatedAt: saved.updatedAt };
				this.failure = undefined;
				this.savedAt = Date.now();
				if (more) continue;
				clearTimeout(this.#timer);
				this.saving = 'saved';
			} catch (error) {
				this.#fail(error);
				this.saving = 'waiting';
				if (this.failure === 'lost') this.#saveSoon(RETRY_MS);
			}
			return;
		}
	}

	#fail(error: unknown): void {
		// An answer that broke off is no answer.
		const status = error instanceof RequestFailed ? error.status : 0;
		this.failure = FAILURES[status] ?? 'lost';
	}

	#saveSoon(ms: number): void {
		this.saving = 'waiting';
		clearTimeout(this.#timer);
		if (this.failure !== 'changed' && this.failure !== 'gone') {
			this.#timer = setTimeout(() => void this.save(), ms);
		}
	}
}

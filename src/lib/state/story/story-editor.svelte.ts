import type { Slide, Story } from '#lib/domain/story/story.ts';
import { RequestFailed, sendJson, fetchJson } from '../fetch-json.ts';

/** Keys come faster than it is worth saving. */
const REST_MS = 600;
const MOST_UNDONE = 50;

/** A presentation that is being edited: saved by itself, undone step by step. */
export class StoryEditor {
	story = $state.raw() as Story;
	saving = $state<'saved' | 'waiting' | 'saving'>('saved');
	/** Somebody else changed it meanwhile, or the server could not save it; what was put in stays. */
	failure = $state<'changed' | 'lost'>();
	#past = $state.raw<readonly Pick<Story, 'title' | 'slides'>[]>([]);
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(story: Story) {
		this.story = story;
	}

	get undoable(): boolean {
		return this.#past.length > 0;
	}

	/** @param small typing: many of them are undone as one */
	change(change: Partial<Pick<Story, 'title' | 'slides'>>, small = false): void {
		const { title, slides } = this.story;
		if (!small || this.saving === 'saved') {
			this.#past = [...this.#past, { title, slides }].slice(-MOST_UNDONE);
		}
		this.story = { ...this.story, ...change };
		this.#saveSoon();
	}

	undo(): void {
		const before = this.#past.at(-1);
		if (!before) return;
		this.#past = this.#past.slice(0, -1);
		this.story = { ...this.story, ...before };
		this.#saveSoon();
	}

	async save(): Promise<void> {
		clearTimeout(this.#timer);
		const { id, revision, title, slides } = this.story;
		this.saving = 'saving';
		try {
			const saved = await sendJson<Story>('PUT', `/api/stories/${id}`, { revision, title, slides });
			// What was put in while it was saved is not saved yet.
			const more = this.story.slides !== slides || this.story.title !== title;
			this.story = { ...this.story, revision: saved.revision, updatedAt: saved.updatedAt };
			this.failure = undefined;
			if (more) this.#saveSoon();
			else this.saving = 'saved';
		} catch (error) {
			this.failure = error instanceof RequestFailed && error.status === 409 ? 'changed' : 'lost';
			this.saving = 'waiting';
		}
	}

	/** Keeps what was put in as a presentation of its own. @returns it */
	saveAsOwn(title: string): Promise<Story> {
		return sendJson<Story>('POST', '/api/stories', { title, slides: this.story.slides });
	}

	/** Gives up what was put in for what the server has. */
	async reload(): Promise<void> {
		this.story = await fetchJson<Story>(`/api/stories/${this.story.id}`);
		this.#past = [];
		this.failure = undefined;
		this.saving = 'saved';
	}

	/** Whatever waits is saved before the page is left. */
	close(): void {
		if (this.saving === 'waiting' && this.failure === undefined) void this.save();
	}

	#saveSoon(): void {
		this.saving = 'waiting';
		clearTimeout(this.#timer);
		// After a conflict a person decides.
		if (this.failure !== 'changed') this.#timer = setTimeout(() => void this.save(), REST_MS);
	}
}

/** A key for a slide that was just made. Not a UUID: browsers make those for secure addresses only. */
export function newKey(): string {
	return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
}

export function textSlide(title: string): Slide {
	return { kind: 'text', key: newKey(), title, note: '', speaker: '', text: '' };
}

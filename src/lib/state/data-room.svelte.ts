import type { Job, TaskPreview } from '#lib/view/data-wire.ts';
import type { FileInspection } from '#lib/domain/file-inspection.ts';
import type { ImportReport } from '#lib/domain/import-report.ts';
import type { LoadedSource } from '#lib/domain/loaded-source.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { noAnswers, type Answers } from './data-room-answers.ts';
import { fetchJson, RequestFailed, sendJson } from './fetch-json.ts';
import { sendFile, type Upload } from './send-file.ts';

/** Stage of a file that is being loaded. */
export type Stage =
	'none' | 'sending' | 'inspecting' | 'asking' | 'checking' | 'checked' | 'loading' | 'loaded';

const POLL_MS = 300;
const NAME_KEY = 'importedBy';

/** A file being loaded: sent, inspected, asked about, checked, loaded. */
export class DataRoom {
	stage = $state<Stage>('none');
	fileName = $state('');
	/** How much of the file is sent, 0 to 1. */
	sent = $state(0);
	job = $state.raw<Job>();
	inspection = $state.raw<FileInspection>();
	/** Why the file could not be read at all. */
	unreadable = $state.raw<Problem[]>([]);
	answers = $state<Answers>(noAnswers());
	report = $state.raw<ImportReport>();
	preview = $state.raw<TaskPreview>();
	/** What went wrong that no report tells: the server is away, a task broke. */
	failure = $state<string>();
	cancelled = $state(false);
	sources = $state.raw<LoadedSource[]>([]);
	/** Id of the file on the server. */
	file = $state('');
	#upload: Upload | undefined;

	/** Sends a file in and has it looked at. */
	async take(file: File): Promise<void> {
		await this.leave();
		this.fileName = file.name;
		this.stage = 'sending';
		try {
			this.#upload = sendFile(file, (share) => (this.sent = share));
			this.file = await this.#upload.id;
			await this.inspect();
		} catch (error) {
			this.#fail(error);
		}
	}

	/** Has the file looked at, perhaps another layer of it. */
	async inspect(layer?: string): Promise<void> {
		this.stage = 'inspecting';
		const job = await this.#run({ task: 'inspect', layer });
		if (job?.result?.kind !== 'inspect') return;
		const { inspection, problems } = job.result;
		this.inspection = inspection;
		this.unreadable = problems.filter(({ severity }) => severity === 'error');
		this.#guess(inspection);
		this.stage = 'asking';
	}

	/** Does everything but keep it. */
	async check(): Promise<void> {
		await this.#import('check', 'checking', 'checked');
	}

	async load(): Promise<void> {
		await this.#import('load', 'loading', 'loaded');
		if (this.report?.outcome === 'loaded') {
			await this.#remember();
			await this.refreshSources();
		} else if (this.stage === 'loaded') this.stage = 'checked';
	}

	/** Ends what is being done; nothing of it stays. */
	async cancel(): Promise<void> {
		this.#upload?.abort();
		this.cancelled = true;
		if (this.job?.state === 'running') {
			await fetch(`/api/data/jobs/${this.job.id}`, { method: 'DELETE' }).catch(() => undefined);
		}
	}

	/** Forgets the file, here and on the server. */
	async leave(): Promise<void> {
		if (this.file) {
			await fetch(`/api/data/files/${this.file}`, { method: 'DELETE' }).catch(() => undefined);
		}
		this.stage = 'none';
		this.file = '';
		this.job = this.inspection = this.report = this.preview = this.failure = undefined;
		this.unreadable = [];
		this.cancelled = false;
		this.answers = { ...noAnswers(), importedBy: localStorage.getItem(NAME_KEY) ?? '' };
	}

	async refreshSources(): Promise<void> {
		this.sources = await fetchJson<LoadedSource[]>('/api/data/sources');
	}

	/** Chooses the sheet that is read; with no name, all that have the subject, each by its own headings. */
	chooseSheet(name: string): void {
		if (name === '') this.answers = { ...this.answers, sheet: '', roles: {} };
		const sheet = this.inspection?.sheets?.find((each) => each.name === name);
		if (!sheet) return;
		const roles = sheet.columns.map(({ role }, place) => [place, role] as const);
		this.answers = {
			...this.answers,
			sheet: name,
			subject: sheet.subject ?? this.answers.subject,
			roles: Object.fromEntries(roles)
		};
	}

	/** How many sheets look like the chosen subject. */
	get fittingSheets(): number {
		const { subject } = this.answers;
		if (subject === '') return 0;
		return this.inspection?.sheets?.filter((sheet) => sheet.subject === subject).length ?? 0;
	}

	#guess(inspection: FileInspection): void {
		const { boundaries, sheets } = inspection;
		if (boundaries) {
			const { guessed, layer } = boundaries;
			this.answers = {
				...this.answers,
				subject: 'boundaries',
				layer: layer ?? '',
				code: guessed.code ?? '-',
				name: guessed.name ?? ''
			};
		}
		const first = sheets?.find((sheet) => sheet.subject !== undefined) ?? sheets?.[0];
		if (!first) return;
		this.chooseSheet(first.name);
		if (this.fittingSheets > 1) this.chooseSheet('');
	}

	async #import(task: 'check' | 'load', during: Stage, after: Stage): Promise<void> {
		localStorage.setItem(NAME_KEY, this.answers.importedBy);
		this.stage = during;
		const job = await this.#run({ task, ...this.#asked() });
		if (!job?.result || job.result.kind === 'inspect') {
			this.stage = 'asking';
			return;
		}
		this.report = job.result.report;
		this.preview = job.result.preview;
		this.stage = after;
	}

	/** What a person said; columns only where they differ from what was guessed, or several sheets would be one. */
	#asked(): Record<string, unknown> {
		const { roles, ...answers } = this.answers;
		const sheet = this.inspection?.sheets?.find(({ name }) => name === answers.sheet);
		const guessed = sheet?.columns.every(
			({ role, remembered }, place) => !remembered && role === roles[place]
		);
		const several = (this.inspection?.sheets?.length ?? 0) > 1;
		return {
			...answers,
			sheet: several ? answers.sheet : '',
			...(!sheet || guessed ? {} : { roles: $state.snapshot(roles) })
		};
	}

	async #remember(): Promise<void> {
		const { subject, sheet, roles } = this.answers;
		const known = this.inspection?.sheets?.find(({ name }) => name === sheet);
		if (!known || known.columns.every(({ role }, place) => role === roles[place])) return;
		const titles = known.columns.map(({ title }) => title);
		await sendJson('PUT', '/api/data/roles', { subject, titles, roles }).catch(() => undefined);
	}

	/** Starts a task and waits for its end; undefined when it failed or was ended, which is noted. */
	async #run(asked: Record<string, unknown>): Promise<Job | undefined> {
		this.failure = undefined;
		this.cancelled = false;
		try {
			let job = await sendJson<Job>('POST', '/api/data/jobs', { ...asked, file: this.file });
			this.job = job;
			const ask = createAsking();
			while (job.state === 'running') {
				await new Promise((resolve) => setTimeout(resolve, POLL_MS));
				job = (await ask(job.id)) ?? job;
				this.job = job;
			}
			if (job.state === 'done') return job;
			if (job.state === 'failed') this.failure = job.failure ?? '';
			else this.cancelled = true;
		} catch (error) {
			this.#fail(error);
		}
		return undefined;
	}

	#fail(error: unknown): void {
		if (!this.cancelled) this.failure = error instanceof Error ? error.message : String(error);
		if (this.stage === 'sending' || this.stage === 'inspecting') this.stage = 'none';
	}
}

/** A server that restarts is away for so many seconds at most. */
const RESTART_MS = 60_000;

/** Asks how a job stands; undefined while the server or its database is away, as during a restart. */
function createAsking(): (id: string) => Promise<Job | undefined> {
	let away: number | undefined;
	return async (id) => {
		try {
			const job = await fetchJson<Job>(`/api/data/jobs/${id}`);
			away = undefined;
			return job;
		} catch (error) {
			if (!(error instanceof RequestFailed) || ![0, 503].includes(error.status)) throw error;
			away ??= performance.now();
			if (performance.now() - away > RESTART_MS) throw error;
			return undefined;
		}
	};
}

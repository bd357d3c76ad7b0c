import type { CitedSource } from '#lib/domain/loaded-source.ts';
import { m } from '#lib/paraglide/messages.js';
import { documentList } from './document-list.ts';
import { formatCount, formatDate } from './format.ts';
import type { Theme } from './view-params.ts';

/** Subjects in the order in which they are cited, and what each is called there. */
const SUBJECTS = ['status', 'indicators', 'models', 'boundaries', 'succession'] as const;
type Subject = (typeof SUBJECTS)[number];
const NAMES: Record<Subject, () => string> = {
	status: m.source_status,
	indicators: m.source_indicators,
	models: m.source_models,
	boundaries: m.source_boundaries,
	succession: m.source_succession
};
/** Sources of each theme; boundaries are listed separately. */
const OF_THEME: Record<Theme, readonly Subject[]> = {
	status: ['status'],
	trend: ['indicators'],
	sites: ['models'],
	summary: ['status', 'indicators']
};
/** So many documents are named, and so many bodies. */
const NAMED_DOCUMENTS = 2;
const NAMED_BODIES = 4;

/** Sites belong to their models: people cite both as one. */
function subjectOf({ subject }: Pick<CitedSource, 'subject'>): Subject | undefined {
	return SUBJECTS.find((each) => each === (subject === 'sites' ? 'models' : subject));
}

/** The sources that a theme of the map rests on, without its boundaries. */
export function themeSources(sources: readonly CitedSource[], theme: Theme): CitedSource[] {
	return sources.filter((source) => {
		const subject = subjectOf(source);
		return subject !== undefined && OF_THEME[theme].includes(subject);
	});
}

/**
 * Sources as people cite them: for each subject the bodies and documents that the data names, else the subject with
 * the day of its latest load. Names of files are never among them.
 */
export function sourceList(sources: readonly CitedSource[]): string {
	const parts = SUBJECTS.flatMap((subject) => {
		const own = sources.filter((source) => subjectOf(source) === subject);
		return own.length > 0 ? [citation(subject, own)] : [];
	});
	return parts.length > 0 ? parts.join('; ') : m.source_unknown();
}

function citation(subject: Subject, sources: readonly CitedSource[]): string {
	const name = NAMES[subject]();
	const documents = [...new Set(sources.flatMap((source) => source.documents))];
	const bodies = [...new Set(sources.flatMap((source) => source.issuers))];
	const latest =
		sources
			.map(({ importedAt }) => importedAt)
			.toSorted()
			.at(-1) ?? '';
	const issuers =
		bodies.length > NAMED_BODIES + 1
			? m.source_bodies({
					bodies: bodies.slice(0, NAMED_BODIES).join(', '),
					count: formatCount(bodies.length - NAMED_BODIES)
				})
			: bodies.join(', ');
	if (documents.length > 0 && documents.length <= NAMED_DOCUMENTS) {
		const named = documentList(documents);
		return issuers === ''
			? m.source_documents({ name, documents: named })
			: m.source_documents_by({ name, documents: named, issuers });
	}
	if (issuers !== '') return m.source_by({ name, issuers });
	return documents.length > 0
		? m.source_many({ name, documents: documentList(documents.slice(0, NAMED_DOCUMENTS)) })
		: m.source_dated({ name, date: formatDate(latest) });
}

import { error } from '@sveltejs/kit';
import { cleanText } from '#lib/domain/clean-text.ts';
import { LEVELS } from '#lib/domain/unit.ts';
import { isIsoDate, SCHEMES } from '#lib/domain/period.ts';
import type { ImportRequest } from '../import/run-imports.ts';
import { SHARE_FORMS } from '../import/subjects/indicators/figure-value.ts';
import type { TaskOptions } from '../jobs/task.ts';
import { uploads } from '../runtime.ts';
import { readName } from './read-name.ts';

/** What a page asks for when it has a file checked or loaded; everything in it comes from outside. */
interface AskedTask {
	file?: unknown;
	subject?: unknown;
	[option: string]: unknown;
}

/** The path of a file that was sent in, or 404. */
export function requireUpload(id: unknown): string {
	const path = typeof id === 'string' ? uploads.find(id) : undefined;
	if (path === undefined) error(404, 'file-gone');
	return path;
}

/** Reads a request to check or load a file; 400 where it is not one. */
export function readImportRequest(asked: AskedTask): ImportRequest {
	const file = requireUpload(asked.file);
	const text = (name: string) => {
		const value = asked[name];
		return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
	};
	/** What is kept, not looked for in the file. */
	const words = (name: string) => cleanText(text(name) ?? '') || undefined;
	const flag = (name: string) => asked[name] === true;
	const table = { file, sheet: text('sheet'), roles: readRoles(asked.roles) };
	switch (asked.subject) {
		case 'boundaries': {
			const validFrom = text('validFrom') ?? '';
			if (!isIsoDate(validFrom)) error(400, 'date-missing');
			return {
				subject: 'boundaries',
				file,
				level: LEVELS.find((level) => level === asked.level) ?? 'commune',
				validFrom,
				validTo: text('validTo') ?? null,
				layer: text('layer'),
				code: text('code'),
				name: text('name'),
				crs: text('crs'),
				swapAxes: flag('swapAxes'),
				repair: flag('repair'),
				repairUpToM2: Number(text('repairUpTo')) > 0 ? Number(text('repairUpTo')) : undefined,
				acceptTopology: flag('acceptTopology')
			};
		}
		case 'indicators':
			return {
				subject: 'indicators',
				...table,
				indicator: text('indicator'),
				period: text('period'),
				scheme: SCHEMES.find((scheme) => scheme === asked.scheme),
				shares: SHARE_FORMS.find((form) => form === asked.shares),
				corrections: flag('corrections'),
				reason: words('reason'),
				confirmJumps: flag('confirmJumps')
			};
		case 'status':
			return { subject: 'status', ...table, track: text('track') };
		case 'models':
			return { subject: 'models', ...table };
		case 'sites':
			return { subject: 'sites', ...table };
		case 'succession':
			return {
				subject: 'succession',
				...table,
				effective: text('effective'),
				document: words('document')
			};
		default:
			error(400, 'subject-unknown');
	}
}

const LABELS = ['public', 'internal'] as const;

/** @param demonstration whether the demonstration data is loaded: then a file that does not replace it is a trial */
export function readTaskOptions(asked: AskedTask, demonstration: boolean): TaskOptions {
	return {
		importedBy: readName(asked.importedBy),
		demonstration: demonstration && asked.replaceDemonstration !== true,
		sensitivity: LABELS.find((label) => label === asked.sensitivity) ?? 'internal',
		replaceDemonstration: asked.replaceDemonstration === true
	};
}

function readRoles(roles: unknown): Record<number, string> | undefined {
	if (typeof roles !== 'object' || roles === null) return undefined;
	const entries = Object.entries(roles).filter(
		([place, role]) => /^\d{1,3}$/.test(place) && typeof role === 'string'
	);
	return entries.length === 0
		? undefined
		: Object.fromEntries(entries.map(([place, role]) => [Number(place), String(role)]));
}

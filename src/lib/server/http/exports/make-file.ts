import { basename } from 'node:path';
import type { ExportOrder } from '../../exports/messages.ts';
import type { RequestContext } from '../request-context.ts';
import type { ExportedFile } from './exported-file.ts';

/** Makes the file that is asked for. What only some files need is loaded with the first of them. */
export async function makeFile(
	context: RequestContext,
	{ kind, address, params, marked }: ExportOrder
): Promise<ExportedFile> {
	const url = new URL(address);
	switch (kind) {
		case 'map':
			return (await import('./map-file.ts')).mapFile(context, url, params.file);
		case 'atlas':
			return (await import('./atlas-file.ts')).atlasFile(context, url);
		case 'plan':
			return (await import('./plan-file.ts')).planFile(context, url, params);
		case 'report':
			return (await import('./report-file.ts')).reportFile(context, url, params.file);
		case 'story':
			return (await import('./story-file.ts')).storyFile(context, url, params);
		case 'table':
			return (await import('./workbook-files.ts')).tableFile(context, url);
		case 'table-csv':
			return (await import('./workbook-files.ts')).tableCsvFile(context, url);
		case 'owed':
			return (await import('./workbook-files.ts')).owedFile(context, url);
		case 'template':
			return (await import('./workbook-files.ts')).templateFile(context, url);
		case 'marked': {
			if (!marked) throw new Error('There is no workbook to mark.');
			const { markedWorkbook } = await import('../../export/marked-workbook.ts');
			const name = basename(marked.file).replace(/\.xlsx$/i, '');
			const body = await markedWorkbook(marked.file, marked.problems);
			return { body, name: `${name} (kiểm tra).xlsx` };
		}
	}
}

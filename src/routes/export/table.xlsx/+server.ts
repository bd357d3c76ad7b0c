import { answerExport } from '#lib/server/http/exports/answer-export.ts';
import type { RequestHandler } from './$types';

/** The table in view as a workbook, with what it is on a sheet of its own. */
export const GET: RequestHandler = (event) => answerExport(event, 'table');

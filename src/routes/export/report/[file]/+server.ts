import { answerExport } from '#lib/server/http/exports/answer-export.ts';
import type { RequestHandler } from './$types';

/** The report of some months, its tables and its template: `reportFile`. */
export const GET: RequestHandler = (event) => answerExport(event, 'report');

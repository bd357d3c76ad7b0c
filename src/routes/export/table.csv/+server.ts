import { answerExport } from '#lib/server/http/exports/answer-export.ts';
import type { RequestHandler } from './$types';

/** The table in view as CSV, with what it is in its first lines. */
export const GET: RequestHandler = (event) => answerExport(event, 'table-csv');

import { answerExport } from '#lib/server/http/exports/answer-export.ts';
import type { RequestHandler } from './$types';

/** Who owes which report, as a workbook. */
export const GET: RequestHandler = (event) => answerExport(event, 'owed');

import { answerExport } from '#lib/server/http/exports/answer-export.ts';
import type { RequestHandler } from './$types';

/** A workbook to fill in: `templateFile`. */
export const GET: RequestHandler = (event) => answerExport(event, 'template');

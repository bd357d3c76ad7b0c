import { answerExport } from '#lib/server/http/exports/answer-export.ts';
import type { RequestHandler } from './$types';

/** The annex of a saved plan, its map and its draft events: `planFile`. */
export const GET: RequestHandler = (event) => answerExport(event, 'plan');

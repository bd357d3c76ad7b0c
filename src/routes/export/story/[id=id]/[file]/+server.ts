import { answerExport } from '#lib/server/http/exports/answer-export.ts';
import type { RequestHandler } from './$types';

/** A presentation to carry away: `storyFile`. */
export const GET: RequestHandler = (event) => answerExport(event, 'story');

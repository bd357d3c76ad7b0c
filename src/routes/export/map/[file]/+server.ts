import { answerExport } from '#lib/server/http/exports/answer-export.ts';
import type { RequestHandler } from './$types';

/** A view as a map sheet, as the first page of its atlas or as GeoJSON: `mapFile`. */
export const GET: RequestHandler = (event) => answerExport(event, 'map');

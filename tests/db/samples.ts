import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where real boundary files are, for those who have them; they are no part of the project. */
const FOLDER = resolve(process.env.DIABAN_SAMPLES ?? '../shared/data');

export const haveSamples = existsSync(join(FOLDER, 'dien-bien-2017-aligned.geojson'));

/** Stands in the names of tests that are left out. */
export const samplesNote = haveSamples
	? 'real files'
	: 'real files (left out: set DIABAN_SAMPLES to the folder that has them)';

export function sample(file: string): string {
	return join(FOLDER, file);
}

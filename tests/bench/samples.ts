import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PROJECT } from '../../scripts/run-tool.mjs';

/** Real files, which are not ours to hand on: their folder is named by DIABAN_SAMPLES. */
const FOLDER = resolve(PROJECT, process.env.DIABAN_SAMPLES ?? '../shared/data');

/** All 3,321 communes of Vietnam. */
export const NATIONAL = join(FOLDER, 'vietnam-wards-2025.geojson');

export const NATIONAL_MISSING = existsSync(NATIONAL)
	? undefined
	: 'vietnam-wards-2025.geojson is not here; name its folder in DIABAN_SAMPLES';

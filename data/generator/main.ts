/**
 * Writes the demonstration data set: npx tsx data/generator/main.ts [--out DIR]
 * Without --out it goes to data/demo beside this folder.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generate } from './generate.ts';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const folder = values.out ?? fileURLToPath(new URL('../demo', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, text] of generate()) {
	writeFileSync(join(folder, name), text);
	console.log(`${name}\t${Buffer.byteLength(text)} bytes`);
}

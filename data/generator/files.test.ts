import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readDemo } from './demo-files.ts';
import { generate } from './generate.ts';

const REGENERATION_MS = 300_000;

it(
	'gives the committed files again, byte for byte',
	() => {
		const files = generate();
		expect(readdirSync(new URL('../demo', import.meta.url)).sort()).toEqual(
			[...files.keys()].sort()
		);
		for (const [name, text] of files) expect(text === readDemo(name), name).toBe(true);
	},
	REGENERATION_MS
);

it('is in Unicode form C with plain line ends', () => {
	for (const name of readdirSync(new URL('../demo', import.meta.url))) {
		const text = readDemo(name);
		expect(text === text.normalize('NFC'), name).toBe(true);
		expect(text.includes('\r'), name).toBe(false);
		expect(text.endsWith('\n'), name).toBe(true);
	}
});

import { expect, it } from 'vitest';
import { safeName } from './safe-name.ts';

it.each([
	['C:\\Báo cáo\\quý 3?.xlsx', 'quý 3_.xlsx'],
	['../../etc/passwd', 'passwd'],
	['.htaccess', '_.htaccess'],
	['..', '_..'],
	['', '_'],
	['a\u0000b.csv', 'ab.csv'],
	['Ba\u0301o ca\u0301o.csv', 'Báo cáo.csv']
])('%j is kept as %j', (name, kept) => {
	expect(safeName(name)).toBe(kept);
});

it('cuts a long name by bytes at the border of a letter, and keeps its ending', () => {
	for (const letter of ['a', 'ệ', '👨‍👩‍👧', 'e\u0323\u0302\u0301']) {
		const kept = safeName(`${letter.repeat(300)}.xlsx`);
		expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(200);
		expect(Buffer.byteLength(kept)).toBeGreaterThan(160);
		expect(kept.endsWith('.xlsx')).toBe(true);
		const stem = kept.slice(0, -'.xlsx'.length);
		expect(stem).toBe(letter.normalize('NFC').repeat(stem.length / letter.normalize('NFC').length));
	}
	expect(Buffer.byteLength(safeName(`a.${'x'.repeat(400)}`))).toBeLessThanOrEqual(200);
});

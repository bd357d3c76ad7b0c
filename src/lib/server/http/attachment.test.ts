import { AsyncLocalStorage } from 'node:async_hooks';
import { expect, test } from 'vitest';
import { attachment, skipBytes, streamed } from './attachment.ts';

const named = (name: string) =>
	attachment(new Uint8Array(), name).headers.get('content-disposition');

test('a file keeps its name, whatever is in it; old readers get one of plain letters', () => {
	expect(named('Tổng kết 2017–2020 “Điện Biên”.docx')).toBe(
		`attachment; filename="Tong ket 2017_2020 _Dien Bien_.docx"; filename*=UTF-8''${encodeURIComponent('Tổng kết 2017–2020 “Điện Biên”.docx')}`
	);
	expect(named('a\r\nb\uD800 🙂.docx')).toContain('filename="a  b_ __.docx"');
});

test('what is streamed is made with what the request knew', async () => {
	const store = new AsyncLocalStorage<string>();
	async function* parts() {
		for (let at = 0; at < 3; at++) {
			await Promise.resolve();
			yield new TextEncoder().encode(`${store.getStore()} `);
		}
	}
	const answer = store.run('en', () => streamed(parts(), 'atlas.pdf'));
	expect(await answer.text()).toBe('en en en ');
});

test('the rest of a file is the file without what is there', async () => {
	async function* parts() {
		yield new Uint8Array([1, 2, 3]);
		await Promise.resolve();
		yield new Uint8Array([4, 5]);
		yield new Uint8Array([6]);
	}
	const rest = async (skip: number) => {
		const found: number[] = [];
		for await (const part of skipBytes(parts(), skip)) found.push(...part);
		return found;
	};
	expect(await rest(0)).toEqual([1, 2, 3, 4, 5, 6]);
	expect(await rest(4)).toEqual([5, 6]);
	expect(await rest(5)).toEqual([6]);
	expect(await rest(9)).toEqual([]);
});

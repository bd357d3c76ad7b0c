import { basename } from 'node:path';
import { cleanText } from '#lib/domain/clean-text.ts';

/** File systems hold 255 bytes; what is made of a file adds endings to its name. */
const MAX_BYTES = 200;

/**
 * A name for a file that was sent in: without folders, and without characters that files or formats cannot hold. A
 * long one loses letters before its ending, whole ones.
 *
 * @example safeName('C:\\Báo cáo\\quý 3?.xlsx') // 'quý 3_.xlsx'
 */
export function safeName(name: string): string {
	const plain = basename(cleanText(name).normalize('NFC').replaceAll('\\', '/')).replace(
		/[\p{Cc}<>:"|?*]/gu,
		'_'
	);
	const short = shortened(plain);
	return short === '' || short.startsWith('.') ? `_${short}` : short;
}

function shortened(name: string): string {
	if (Buffer.byteLength(name) <= MAX_BYTES) return name;
	const [ending = ''] = /\.[^.]{1,12}$/u.exec(name) ?? [];
	const room = MAX_BYTES - Buffer.byteLength(ending);
	let stem = '';
	for (const { segment } of new Intl.Segmenter('vi').segment(
		name.slice(0, name.length - ending.length)
	)) {
		if (Buffer.byteLength(stem + segment) > room) break;
		stem += segment;
	}
	return stem + ending;
}

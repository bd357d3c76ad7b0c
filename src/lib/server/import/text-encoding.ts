import iconv from 'iconv-lite';

/** How Vietnamese text is written in old files. */
export const ENCODINGS = ['utf-8', 'windows-1258', 'tcvn3'] as const;
export type TextEncoding = (typeof ENCODINGS)[number];

const CODEC: Record<TextEncoding, string> = {
	'utf-8': 'utf-8',
	'windows-1258': 'windows-1258',
	// The ABC fonts (.VnTime) draw the same letters at the same places as TCVN 5712:1993.
	tcvn3: 'tcvn'
};

/** So many bytes show whether every other one is empty. */
const LOOKED_AT_BYTES = 4096;
/** A few zeros in a short file say nothing. */
const MIN_ZEROS = 4;
/** The other bytes are rarely zero: a grave accent that is written apart is U+0300. */
const FAR_MORE = 4;

/**
 * The kind of UTF-16 that a file is in, by its mark, or where it has none by the bytes that are zero: those
 * of ASCII letters, line ends and separators among them.
 *
 * @returns undefined for any other encoding
 */
export function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const zeros = { even: 0, odd: 0 };
	const length = Math.min(bytes.length, LOOKED_AT_BYTES);
	for (let at = 0; at < length; at++) {
		if (bytes[at] === 0) zeros[at % 2 === 0 ? 'even' : 'odd']++;
	}
	const many = Math.max(MIN_ZEROS, length / 8);
	if (zeros.odd > Math.max(many, zeros.even * FAR_MORE)) return 'utf-16le';
	return zeros.even > Math.max(many, zeros.odd * FAR_MORE) ? 'utf-16be' : undefined;
}

/** Decodes bytes to one normal form (NFC). */
export function decode(bytes: Uint8Array, encoding: TextEncoding): string {
	return iconv.decode(Buffer.from(bytes), CODEC[encoding]).normalize('NFC');
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const ONSETS = 'b|ch?|d|đ|gh?|gi|h|kh?|l|m|n|ngh?|nh|p|ph|qu|r|s|th?|tr|v|x';
const NUCLEI =
	'uyê|iêu|yêu|oai|oay|oeo|uôi|ươi|ươu|uya|uyu|uây|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|yê|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|uê|ue|ui|uô|uơ|uy|ươ|ưu|ưi|ưa|[aăâeêioôơuưy]';
const SYLLABLE = new RegExp(`^(${ONSETS})?(${NUCLEI})(ch?|m|n|ng|nh|p|t)?$`, 'u');

/** Whether a word is a syllable that Vietnamese can have, with one tone at most. */
function isSyllable(word: string): boolean {
	const apart = word.toLowerCase().normalize('NFD');
	if ((apart.match(TONES)?.length ?? 0) > 1) return false;
	return SYLLABLE.test(apart.replace(TONES, '').normalize('NFC'));
}

/** How well a text reads as Vietnamese: its words beyond ASCII that are syllables minus those that are not. */
function score(text: string): number {
	let sum = 0;
	for (const word of text.split(/[\p{ASCII}--[a-zA-Z]]+/v)) {
		if (/[^\p{ASCII}]/u.test(word)) sum += isSyllable(word) ? 1 : -1;
	}
	return sum;
}

/** The encoding in which bytes read best as Vietnamese; valid UTF-8 always is UTF-8. */
export function findEncoding(bytes: Uint8Array): TextEncoding {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return 'utf-8';
	} catch {
		const others = (['windows-1258', 'tcvn3'] as const).map((encoding) => ({
			encoding,
			score: score(decode(bytes, encoding))
		}));
		return others.reduce((best, each) => (each.score > best.score ? each : best)).encoding;
	}
}

/**
 * Finds out whether texts were read in a wrong encoding (as Latin letters, byte by byte), and in which they
 * were written. Attribute tables often do not say.
 *
 * @returns undefined when they read well as they are
 * @example findMisreading(['X· M­êng Nhµ']) // 'tcvn3'
 */
export function findMisreading(texts: readonly string[]): TextEncoding | undefined {
	const whole = texts.join('\n').slice(0, 200_000);
	const bytes = toBytes(whole);
	if (!bytes) return undefined;
	let best: { encoding: TextEncoding | undefined; score: number } = {
		encoding: undefined,
		score: score(whole.normalize('NFC'))
	};
	for (const encoding of ENCODINGS) {
		const read = decode(bytes, encoding);
		const own = score(read);
		if (own > best.score && !read.includes('\ufffd')) best = { encoding, score: own };
	}
	return best.encoding;
}

/** Reads a misread text anew in its own encoding. */
export function reread(text: string, encoding: TextEncoding): string {
	const bytes = toBytes(text);
	return bytes ? decode(bytes, encoding) : text;
}

/** The bytes behind a text that was read as Latin-1 or windows-1252; undefined when it was not. */
function toBytes(text: string): Uint8Array | undefined {
	if (!/[^\p{ASCII}]/u.test(text)) return undefined;
	const bytes = Buffer.alloc(text.length);
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const byte = code <= 0xff ? code : WINDOWS_1252.get(code);
		if (byte === undefined) return undefined;
		bytes[at] = byte;
	}
	return bytes;
}

const WINDOWS_1252_DECODER = new TextDecoder('windows-1252');
/** Characters of windows-1252 that Latin-1 has not, with their bytes. */
const WINDOWS_1252 = new Map(
	Array.from({ length: 32 }, (_, at) => {
		const byte = 0x80 + at;
		return [WINDOWS_1252_DECODER.decode(Uint8Array.of(byte)).charCodeAt(0), byte] as const;
	})
);

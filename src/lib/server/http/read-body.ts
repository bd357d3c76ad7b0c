import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { cleanJson } from '#lib/domain/clean-text.ts';

/** Maximum size of a JSON body in bytes. */
const MAX_BYTES = 1_000_000;
/** Larger bodies are received up to this size and discarded, so that the client gets a 413 and not a reset connection. */
const MAX_RECEIVED = 16 * MAX_BYTES;
/** Maximum nesting depth of a JSON body. */
const DEEPEST = 40;

/**
 * What a request has sent as JSON, every text in it clean; undefined where it is empty, broken or nested too deep.
 *
 * @throws 413 `body-too-large` beyond 1 MB
 */
export async function readJson(request: Request): Promise<unknown> {
	const text = await readText(request);
	if (isDeep(text)) return undefined;
	try {
		return cleanJson(JSON.parse(text));
	} catch {
		return undefined;
	}
}

/**
 * What a request has sent as JSON, by its schema.
 *
 * @param code what is answered, with 400, where it does not fit
 * @throws 413 `body-too-large` beyond 1 MB
 */
export async function readBody<Schema extends v.GenericSchema>(
	request: Request,
	schema: Schema,
	code: string
): Promise<v.InferOutput<Schema>> {
	const read = v.safeParse(schema, await readJson(request));
	if (!read.success) error(400, code);
	return read.output;
}

/**
 * The name of a file that is sent: it stands in the header `x-file-name`, percent-encoded, because headers have no
 * accents.
 *
 * @throws 400 `file-missing` where there is none that can be read
 */
export function readFileName({ headers }: Pick<Request, 'headers'>): string {
	let name = '';
	try {
		name = decodeURIComponent(headers.get('x-file-name') ?? '');
	} catch {
		// Invalid percent-encoding.
	}
	if (name === '') error(400, 'file-missing');
	return name;
}

async function readText({ headers, body }: Request): Promise<string> {
	if (Number(headers.get('content-length')) > MAX_RECEIVED) error(413, 'body-too-large');
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	for await (const chunk of body ?? []) {
		bytes += chunk.byteLength;
		if (bytes > MAX_RECEIVED) break;
		if (bytes <= MAX_BYTES) text += decoder.decode(chunk, { stream: true });
	}
	if (bytes > MAX_BYTES) error(413, 'body-too-large');
	return text + decoder.decode();
}

/** Whether brackets outside of strings are nested so deep that a recursive reader would overflow the stack. */
function isDeep(json: string): boolean {
	let depth = 0;
	for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
		if (token === '[' || token === '{') depth++;
		else if (token === ']' || token === '}') depth--;
		if (depth > DEEPEST) return true;
	}
	return false;
}

import { deserialize, serialize } from 'node:v8';
import type { Socket } from 'node:net';

/** Each message is preceded by its length. */
const LENGTH_BYTES = 4;

/** The bytes of a blob: v8.serialize does not support blobs. */
interface BlobBytes {
	blobBytes: Uint8Array;
}

/** Sends messages over a local socket, in order: what threads may send to each other, blobs included. */
export class FrameWriter {
	#sent: Promise<void> = Promise.resolve();

	constructor(readonly socket: Socket) {}

	send(message: object): void {
		this.#sent = this.#sent
			.then(async () => {
				const body = serialize(await withoutBlobs(message));
				const length = Buffer.alloc(LENGTH_BYTES);
				length.writeUInt32BE(body.length);
				this.socket.write(Buffer.concat([length, body]));
			})
			.catch((error: unknown) => {
				this.socket.destroy(error instanceof Error ? error : new Error(String(error)));
			});
	}
}

/** Calls back with each message that arrives on a socket. */
export function readFrames(socket: Socket, onmessage: (message: unknown) => void): void {
	let parts: Buffer[] = [];
	let bytes = 0;
	/** Length of the message that is being received, once it is known. */
	let expected: number | undefined;
	socket.on('data', (part: Buffer) => {
		parts.push(part);
		bytes += part.length;
		for (;;) {
			const needed = expected ?? LENGTH_BYTES;
			if (bytes < needed) return;
			const all = Buffer.concat(parts);
			const found = all.subarray(0, needed);
			parts = [all.subarray(needed)];
			bytes -= needed;
			if (expected === undefined) {
				expected = found.readUInt32BE(0);
			} else {
				expected = undefined;
				onmessage(withBlobs(deserialize(found)));
			}
		}
	});
}

/** A message's blobs are its direct properties or one level deeper. */
async function withoutBlobs(value: unknown, depth = 2): Promise<unknown> {
	if (value instanceof Blob) {
		return { blobBytes: new Uint8Array(await value.arrayBuffer()) } satisfies BlobBytes;
	}
	if (depth === 0 || !isPlain(value)) return value;
	const entries = Object.entries(value).map(
		async ([key, inner]) => [key, await withoutBlobs(inner, depth - 1)] as const
	);
	return Object.fromEntries(await Promise.all(entries));
}

function withBlobs(value: unknown, depth = 2): unknown {
	if (!isPlain(value)) return value;
	if (value.blobBytes instanceof Uint8Array) return new Blob([Buffer.from(value.blobBytes)]);
	if (depth === 0) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, withBlobs(inner, depth - 1)])
	);
}

function isPlain(value: unknown): value is Record<string, unknown> {
	return (
		typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
	);
}

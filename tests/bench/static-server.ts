import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.mjs': 'text/javascript',
	'.json': 'application/json',
	'.woff2': 'font/woff2'
};

/** A server of files, each compressed once. */
export interface StaticServer {
	url: string;
	close(): void;
}

/**
 * Serves texts and folders.
 *
 * @param texts by path, such as `/index.html`
 * @param folders by the beginning of paths, such as `/modules/`
 */
export async function serveStatic(
	texts: ReadonlyMap<string, string>,
	folders: Record<string, string>
): Promise<StaticServer> {
	const bodies = new Map<string, Promise<Buffer>>();
	const find = async (path: string): Promise<Buffer> => {
		const text = texts.get(path);
		if (text !== undefined) return compress(text);
		for (const [beginning, folder] of Object.entries(folders)) {
			if (!path.startsWith(beginning)) continue;
			return compress(await readFile(join(folder, normalize(path.slice(beginning.length)))));
		}
		throw new Error(`There is no ${path}.`);
	};
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const path = pathname === '/' ? '/index.html' : pathname;
		if (!bodies.has(path)) bodies.set(path, find(path));
		bodies.get(path)!.then(
			(body) => {
				response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
				response.setHeader('content-encoding', 'gzip');
				response.end(body);
			},
			() => response.writeHead(404).end()
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

import { createServer, request as send, type IncomingMessage } from 'node:http';

/** A proxy that counts what a browser really fetches, workers and all. */
export interface CountingProxy {
	url: string;
	/** Answers since the last `reset`, with the bytes of their bodies as they went over the wire. */
	answers: { path: string; type: string; bytes: number }[];
	reset(): void;
	close(): void;
}

/** Stands before a server; asks for gzip only, so that sizes do not depend on the browser. */
export async function countRequests(target: string): Promise<CountingProxy> {
	const { hostname, port, host } = new URL(target);
	let answers: CountingProxy['answers'] = [];
	const server = createServer((request, response) => {
		const { url = '/', method } = request;
		const headers = { ...request.headers, host, 'accept-encoding': 'gzip' };
		const passed = send(
			{ hostname, port, path: url, method, headers },
			(answer: IncomingMessage) => {
				const type = answer.headers['content-type'] ?? '';
				const counted = { path: url, type, bytes: 0 };
				answers.push(counted);
				answer.on('data', (data: Buffer) => (counted.bytes += data.length));
				response.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(response);
			}
		);
		passed.on('error', () => response.writeHead(502).end());
		request.pipe(passed);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	return {
		url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
		get answers() {
			return answers;
		},
		reset: () => void (answers = []),
		close: () => {
			server.close();
			server.closeAllConnections();
		}
	};
}

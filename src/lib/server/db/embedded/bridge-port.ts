import type { Socket } from 'node:net';
import type { MessagePort } from 'node:worker_threads';
import { FrameWriter, readFrames } from './socket-frames.ts';

/** Carries messages between a port and a socket, until one of them is closed. */
export function bridgePort(port: MessagePort, socket: Socket): void {
	const writer = new FrameWriter(socket);
	port.on('message', (message: object) => writer.send(message));
	readFrames(socket, (message) => port.postMessage(message));
	socket.on('error', () => socket.destroy());
	socket.on('close', () => port.close());
	port.on('close', () => socket.destroy());
}

import type { CanvasSource, Output } from 'mediabunny';

/** A film that is being written. */
export interface FilmFile {
	/** What its name ends with. */
	ending: 'mp4' | 'webm';
	/** Lets the canvas as it is now stand for so long. */
	add(seconds: number): Promise<void>;
	finish(): Promise<Blob>;
	cancel(): Promise<void>;
}

/** Pictures a second. Few are enough for a map, but players dislike a film of single pictures. */
const RATE = 10;
const KEY_SECONDS = 2;

/**
 * Opens a film of what stands on a canvas: MP4 (H.264) where the browser can write it, for PowerPoint plays that,
 * else WebM (VP9 or VP8).
 *
 * @returns undefined where the browser writes no films: it is too old, or the page is not served over https
 */
export async function openFilm(canvas: HTMLCanvasElement): Promise<FilmFile | undefined> {
	const library = await import('mediabunny');
	const { width, height } = canvas;
	const codec = await library.getFirstEncodableVideoCodec(['avc', 'vp9', 'vp8'], { width, height });
	if (codec === null) return undefined;
	const mp4 = codec === 'avc';
	const target = new library.BufferTarget();
	const output: Output = new library.Output({
		format: mp4
			? new library.Mp4OutputFormat({ fastStart: 'in-memory' })
			: new library.WebMOutputFormat(),
		target
	});
	const source: CanvasSource = new library.CanvasSource(canvas, {
		codec,
		bitrate: library.QUALITY_HIGH,
		keyFrameInterval: KEY_SECONDS
	});
	output.addVideoTrack(source, { frameRate: RATE });
	await output.start();
	let pictures = 0;
	return {
		ending: mp4 ? 'mp4' : 'webm',
		async add(seconds) {
			for (let left = Math.round(seconds * RATE); left > 0; left--) {
				await source.add(pictures / RATE, 1 / RATE);
				pictures++;
			}
		},
		async finish() {
			await output.finalize();
			return new Blob([target.buffer!], { type: mp4 ? 'video/mp4' : 'video/webm' });
		},
		cancel: () => output.cancel()
	};
}

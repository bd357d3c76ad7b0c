import { readFileSync } from 'node:fs';
import { standalone } from './vite/standalone/adapter.js';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: standalone({ precompress: true }),
		// Small style sheets are inlined: twenty requests fewer before the first paint.
		inlineStyleThreshold: 4096,
		// Shown beside figures: what computed them.
		version: { name: version, pollInterval: 0 },
		// Everything is served by ourselves: nothing may be fetched from anywhere else.
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				// Sizes and places are style attributes; style elements are ours alone.
				'style-src': ['self'],
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'worker-src': ['self', 'blob:'],
				'connect-src': ['self', 'blob:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		}
	}
};

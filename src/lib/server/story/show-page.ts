import { m } from '#lib/paraglide/messages.js';
import { fontFaces } from '../sheet/fonts.ts';
import css from './player.css?raw';
import player from './player.js?raw';
import type { showData } from './show-data.ts';

/** A presentation as one HTML file that plays from a folder, without a network or a server. */
export function showPage(data: ReturnType<typeof showData>): string {
	// Nothing in the data ends the element that it stands in.
	const json = JSON.stringify(data).replaceAll('<', '\\u003c');
	return `<!doctype html>
<html lang="${data.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(data.title)}</title>
<style>${fontFaces()}${css}</style>
</head>
<body>
<header><h1 id="title"></h1><p id="note"></p></header>
<main>
<svg id="picture" role="img" aria-label="${escapeHtml(m.map_title())}"><defs id="defs"></defs><g id="map"></g></svg>
<p id="when" role="status"><span id="month"></span><span id="change"></span></p>
<ul id="legend"></ul>
<div id="figures"></div>
<p id="text"></p>
<div id="plan"></div>
</main>
<nav aria-label="${escapeHtml(m.show_controls())}">
<button type="button" id="previous" aria-label="${escapeHtml(m.show_previous())}">←</button>
<span id="position"></span>
<button type="button" id="next" aria-label="${escapeHtml(m.show_next())}">→</button>
<button type="button" id="play"></button>
<input type="range" id="slider" aria-label="${escapeHtml(m.timeline())}">
</nav>
<footer id="about"></footer>
<div id="card" hidden></div>
<script type="application/json" id="data">${json}</script>
<script>${player}</script>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

import { readFileSync } from 'node:fs';
import { m } from '#lib/paraglide/messages.js';
import { fontFaces } from '../../sheet/fonts.ts';
import { escapeMarkup } from '../../escape-markup.ts';
import { resourcePath } from '../../resources.ts';
import { paintVariables } from './show-paints.ts';
import type { showData } from './show-data.ts';

const playerFile = (name: string) => readFileSync(resourcePath(`player/${name}`), 'utf8');

/** A presentation as one HTML file that plays from a folder, without a network or a server. */
export function showPage({ data, defs }: ReturnType<typeof showData>): string {
	// Nothing in the data ends the element that it stands in.
	const json = JSON.stringify(data).replaceAll('<', '\\u003c');
	return `<!doctype html>
<html lang="${data.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(data.title)}</title>
<style>${fontFaces()}:root{${paintVariables('light')}}:root[data-theme='dark']{${paintVariables('dark')}}${playerFile('player.css')}</style>
</head>
<body>
<svg id="paints" aria-hidden="true"><defs>${defs}</defs></svg>
<div id="slide">
<header><h1 id="title"></h1><p id="when" role="status"><span id="before"></span><span id="month"></span><span id="after"></span><span id="change"></span></p><ul id="legend"></ul></header>
<main>
<svg id="picture" role="img" aria-label="${escapeMarkup(m.map_title())}"><g id="map"></g><g id="parts"></g><g id="lines"></g><g id="marks"></g><g id="names"></g></svg>
<div id="figures"></div>
<p id="text"></p>
<div id="plan"></div>
<div id="chart"></div>
</main>
<footer><p><b id="demonstration"></b><span id="note"></span></p><p id="about"></p></footer>
</div>
<nav aria-label="${escapeMarkup(m.show_controls())}">
<button type="button" id="previous" aria-label="${escapeMarkup(m.show_previous())}">←</button>
<span id="position"></span>
<button type="button" id="next" aria-label="${escapeMarkup(m.show_next())}">→</button>
<button type="button" id="play"></button>
<button type="button" id="theme" aria-label="${escapeMarkup(m.show_theme())}">◐</button>
<input type="range" id="slider" aria-label="${escapeMarkup(m.timeline())}">
</nav>
<div id="card" hidden></div>
<script type="application/json" id="data">${json}</script>
<script>${playerFile('player.js')}</script>
</body>
</html>
`;
}

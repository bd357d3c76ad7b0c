import { clampRgb, converter, differenceCiede2000, parse, type Color } from 'culori';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SUMMARY_CELLS } from '#lib/domain/map-class.ts';
import { TREND_CLASSES } from '#lib/domain/evidence/classes.ts';
import { paintOf, PAPER, type Appearance } from './palette.ts';
import { contrast } from './readable-ink.ts';

const distance = differenceCiede2000();
const toLinear = converter('lrgb');

/** Matrices in linear RGB for severity 1: Machado, Oliveira and Fernandes 2009, table 2. */
const SIGHTS = {
	normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
	protan: [
		0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998
	],
	deutan: [
		0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881
	],
	tritan: [
		1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039
	]
} as const satisfies Record<string, readonly number[]>;

/** A colour as a kind of sight sees it. */
function seenBy(matrix: readonly number[], color: Color): Color {
	const { r, g, b } = toLinear(color);
	const row = (at: number) =>
		(matrix[at] ?? 0) * r + (matrix[at + 1] ?? 0) * g + (matrix[at + 2] ?? 0) * b;
	return clampRgb({ mode: 'lrgb', r: row(0), g: row(3), b: row(6) });
}

function colorOf(hex: string): Color {
	const color = parse(hex);
	if (!color) throw new Error(`${hex} is no colour.`);
	return color;
}

/** Smallest CIEDE2000 distance between any two colours, for each kind of sight. */
function smallest(colors: readonly string[]): number[] {
	const distinct = [...new Set(colors)].map(colorOf);
	return Object.values(SIGHTS).map((matrix) => {
		const seen = distinct.map((color) => seenBy(matrix, color));
		return Math.min(
			...seen.flatMap((one, at) => seen.slice(at + 1).map((other) => distance(one, other)))
		);
	});
}

/** As the look's document states them, to a rounding. */
function expectAtLeast(found: readonly number[], stated: readonly number[]) {
	found.forEach((value, at) => expect(value).toBeGreaterThanOrEqual((stated[at] ?? 0) - 0.06));
}

const status = (appearance: Appearance) =>
	(['none', 'proposed', 'active', 'met', 'not_met', 'relapsed'] as const).map(
		(key) => paintOf({ theme: 'status', key }, appearance).color
	);
const trend = (appearance: Appearance) =>
	TREND_CLASSES.map((key) => paintOf({ theme: 'trend', key }, appearance).color);
const summary = (appearance: Appearance) =>
	SUMMARY_CELLS.map((key) => paintOf({ theme: 'summary', key }, appearance).color);
const sites = (appearance: Appearance) =>
	[1, 2, 3, 4, 5].map((key) => paintOf({ theme: 'sites', key }, appearance).color);

describe('colours are told apart by every kind of sight', () => {
	it('the six hues of status', () => {
		expectAtLeast(smallest(status('light')), [27.8, 22, 22.2, 22]);
		expectAtLeast(smallest(status('dark')), [25.1, 19.7, 18.7, 18.7]);
	});

	it('the trend’s five classes', () => {
		expectAtLeast(smallest(trend('light')), [22.4, 22.5, 16.5, 15]);
		expectAtLeast(smallest(trend('dark')), [19.4, 17.8, 17.1, 12]);
	});

	it('the summary’s nine cells', () => {
		expectAtLeast(smallest(summary('light')), [14.1, 14.1, 14.1, 14.1]);
		expectAtLeast(smallest(summary('dark')), [15.9, 15.9, 15.9, 15.9]);
	});

	it('neighbouring steps of models', () => {
		const steps = (appearance: Appearance) =>
			sites(appearance)
				.slice(1)
				.map((color, at) => Math.min(...smallest([color, sites(appearance)[at] ?? ''])));
		for (const step of steps('light')) expect(step).toBeGreaterThanOrEqual(10.3);
		for (const step of steps('dark')) expect(step).toBeGreaterThanOrEqual(9.3);
	});
});

/** The tokens of the page, by appearance, read from the style itself. */
function tokensOf(selector: string): Record<string, string> {
	const style = readFileSync('src/app.css', 'utf8');
	const start = style.indexOf(selector);
	const block = style.slice(start, style.indexOf('}', start));
	return Object.fromEntries(
		[...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [
			name,
			value
		])
	);
}

const TOKENS = {
	light: tokensOf(':root {'),
	dark: tokensOf(":root[data-theme='dark'] {")
};

/** Pairs with the contrasts that the look's document states, light and dark. */
const PAIRS: readonly [ink: string, ground: string, light: number, dark: number][] = [
	['ink', 'paper', 14.6, 15],
	['ink', 'surface', 15.6, 13.8],
	['ink', 'chosen', 13, 10.6],
	['ink-2', 'paper', 6.3, 9],
	['ink-2', 'sunk', 5.9, 7.5],
	['line-2', 'surface', 3.3, 3.8],
	['line-2', 'paper', 3, 4.1],
	['on-accent', 'accent', 7.5, 7.7],
	['link', 'paper', 7, 10],
	['notice', 'notice-bg', 6.1, 8],
	['error', 'error-bg', 5.9, 6.6],
	['info', 'info-bg', 5.8, 7.3],
	['focus', 'paper', 4.8, 8.9],
	['relapse', 'paper', 9.7, 8.7]
];

describe('contrast of the page’s tokens (WCAG 2)', () => {
	it.each(PAIRS)('%s on %s', (ink, ground, light, dark) => {
		const of = ({ [ink]: one = '', [ground]: other = '' }: Record<string, string>) =>
			contrast(one, other);
		expect(of(TOKENS.light)).toBeGreaterThanOrEqual(light - 0.06);
		expect(of(TOKENS.dark)).toBeGreaterThanOrEqual(dark - 0.06);
	});

	it('the map’s ground is the page’s paper', () => {
		expect([PAPER.light, PAPER.dark]).toEqual([TOKENS.light.paper, TOKENS.dark.paper]);
	});
});

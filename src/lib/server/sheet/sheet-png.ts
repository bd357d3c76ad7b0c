import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Sheet } from './marks.ts';
import { FONT_FAMILY, sheetFonts } from './fonts.ts';
import { sheetSvg } from './sheet-svg.ts';

const require = createRequire(import.meta.url);
let ready: Promise<void> | undefined;

/** CSS pixels in a millimetre. */
const PIXELS_PER_MM = 96 / 25.4;

/**
 * A sheet as a picture.
 *
 * @param scale 1 is 96 pixels an inch, 4 is 384
 * @returns a PNG file
 */
export function sheetPng(sheet: Sheet, scale: number): Promise<Uint8Array> {
	return svgPng(sheetSvg(sheet), Math.round(sheet.width * PIXELS_PER_MM * scale));
}

/** An SVG as a picture so many pixels wide. @returns a PNG file */
export async function svgPng(svg: string, width: number): Promise<Uint8Array> {
	ready ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then((code) =>
		initWasm(code)
	);
	await ready;
	const { regular, bold } = sheetFonts();
	const drawing = new Resvg(svg, {
		fitTo: { mode: 'width', value: width },
		font: {
			fontBuffers: [regular, bold],
			defaultFontFamily: FONT_FAMILY,
			sansSerifFamily: FONT_FAMILY
		}
	});
	try {
		const picture = drawing.render();
		const png = picture.asPng();
		picture.free();
		return png;
	} finally {
		drawing.free();
	}
}

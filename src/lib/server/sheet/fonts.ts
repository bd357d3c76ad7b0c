import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export const FONT_FAMILY = 'Be Vietnam Pro';

const require = createRequire(import.meta.url);
const read = (path: string) => readFileSync(require.resolve(path));
let fonts: { regular: Buffer; bold: Buffer } | undefined;
let faces: string | undefined;

/** Be Vietnam Pro with all its letters (OFL 1.1), read when the first sheet is drawn. */
export function sheetFonts(): { regular: Buffer; bold: Buffer } {
	const face = (name: string) =>
		read(`@expo-google-fonts/be-vietnam-pro/${name}/BeVietnamPro_${name}.ttf`);
	return (fonts ??= { regular: face('400Regular'), bold: face('700Bold') });
}

/** The same for a file that is opened by a browser without a network: CSS with the letters of Vietnamese inside. */
export function fontFaces(): string {
	return (faces ??= ['400', '700']
		.flatMap((weight) =>
			['vietnamese', 'latin'].map((subset) => {
				const file = read(
					`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`
				);
				return `@font-face{font-family:'${FONT_FAMILY}';font-weight:${weight};src:url(data:font/woff2;base64,${file.toString('base64')}) format('woff2');unicode-range:${RANGES[subset]}}`;
			})
		)
		.join(''));
}

/** Which letters each part of the font has, as its publisher says. */
const RANGES: Record<string, string> = {
	vietnamese:
		'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
	latin:
		'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
};

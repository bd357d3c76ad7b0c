import type pptxgen from 'pptxgenjs';
import type { MapClass } from '#lib/domain/map-class.ts';
import { paintOf, RELAPSE } from '#lib/view/palette.ts';
import { PATTERN_INKS } from '#lib/view/pattern-inks.ts';
import { isRelapse } from '#lib/view/relapse-mark.ts';
import { inches, LINE, PAPER } from './layout.ts';

/** A place in pixels of a slide 1920 wide. */
interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** Lines across a swatch, as shares of its width. */
const LINES = [0.05, 0.35, 0.65];
const DOTS = [0.2, 0.5, 0.8];

/** A class as it stands on the map: a coloured shape, its pattern as shapes over it, and the mark of a relapse. */
export function addSwatch(page: pptxgen.Slide, mapClass: MapClass, box: Box) {
	const { color, pattern } = paintOf(mapClass, 'light');
	const place = ({ x, y, width, height }: Box) => ({
		x: inches(x),
		y: inches(y),
		w: inches(width),
		h: inches(height)
	});
	page.addShape('rect', {
		...place(box),
		fill: { color: hex(color) },
		line: { color: LINE, width: 0.5 }
	});
	const ink = pattern && pattern !== 'stripes' ? PATTERN_INKS[pattern] : undefined;
	if (ink && ink.diagonal > 0) {
		for (const share of LINES) {
			page.addShape('line', {
				...place({ ...box, x: box.x + share * box.width, width: box.width * 0.3 }),
				flipV: true,
				line: { color: hex(ink.color.light), width: 1.5 }
			});
		}
	}
	if (ink && ink.dots.length > 0) {
		const side = box.height * 0.22;
		for (const share of DOTS) {
			const [x, y] = [box.x + share * box.width - side / 2, box.y + (box.height - side) / 2];
			page.addShape('ellipse', {
				...place({ x, y, width: side, height: side }),
				fill: { color: hex(ink.color.light) }
			});
		}
	}
	if (isRelapse(mapClass)) {
		const side = box.height * 0.8;
		const [x, y] = [box.x + (box.width - side) / 2, box.y + (box.height - side) / 2];
		page.addShape('diamond', {
			...place({ x, y, width: side, height: side }),
			fill: { color: hex(RELAPSE.light) },
			line: { color: PAPER, width: 1.5 }
		});
	}
}

/** `176546`. @param color `#176546` */
const hex = (color: string) => color.slice(1).toUpperCase();

import { drawSmallMap, drawSwatch, type SmallUnit } from '#lib/map/small-map.ts';
import type { LegendEntry } from '#lib/view/legend.ts';
import { formatCount } from '#lib/view/format.ts';
import { INK, PAPER, type Appearance } from '#lib/view/palette.ts';

/** What a picture of the film shows. */
export interface FilmScene {
	title: string;
	/** "12/2019". */
	month: string;
	/** "15/11–14/12", where that is not the calendar month; else empty. */
	days: string;
	/** A sentence for a moment: that boundaries change. */
	words: string;
	legend: readonly LegendEntry[];
	units: readonly SmallUnit[];
	/** Label, dates and warnings at the foot, line by line. */
	stamp: readonly string[];
}

/** Full HD: what halls and PowerPoint show. */
export const FILM_SIZE = { width: 1920, height: 1080 };
/** Where the map stands. */
export const MAP_BOX = { x: 620, y: 130, width: 1250, height: 880 };

const LEFT = 60;
const BORDER_PX = 1.5;
const FONT = '"Be Vietnam Pro", system-ui, sans-serif';

/** The letters have to be there before they are drawn. */
export async function loadFilmFont(): Promise<void> {
	await Promise.all(
		['400', '700'].map((weight) => document.fonts.load(`${weight} 40px ${FONT}`, 'Aắềữđ'))
	);
}

/** Draws a picture of the film: title, month, legend with counts, the map, and where it is from. */
export function drawFilmPicture(
	context: CanvasRenderingContext2D,
	map: HTMLCanvasElement,
	scene: FilmScene,
	appearance: Appearance
): void {
	const { width, height } = FILM_SIZE;
	context.fillStyle = PAPER[appearance];
	context.fillRect(0, 0, width, height);
	drawSmallMap(map, scene.units, appearance, BORDER_PX);
	context.drawImage(
		map,
		MAP_BOX.x + (MAP_BOX.width - map.width) / 2,
		MAP_BOX.y + (MAP_BOX.height - map.height) / 2
	);
	const write = (text: string, x: number, y: number, font: string, room: number) => {
		context.font = `${font} ${FONT}`;
		context.fillStyle = INK[appearance];
		context.fillText(text, x, y, room);
	};
	context.textBaseline = 'alphabetic';
	write(scene.title, LEFT, 88, '700 48px', width - 2 * LEFT);
	write(scene.month, LEFT, 230, '700 96px', 520);
	write(scene.days, LEFT, 282, '400 34px', 520);
	write(scene.words, LEFT, scene.days === '' ? 282 : 322, '400 26px', 900);
	scene.legend.forEach(({ mapClass, label, count }, at) => {
		const y = 350 + at * 48;
		drawSwatch(context, mapClass, { x: LEFT, y, size: 32 }, appearance);
		write(label, LEFT + 48, y + 25, '400 27px', 400);
		context.textAlign = 'right';
		write(formatCount(count), LEFT + 520, y + 25, '700 27px', 70);
		context.textAlign = 'left';
	});
	scene.stamp.forEach((line, at) => {
		const y = height - 30 - (scene.stamp.length - 1 - at) * 30;
		write(line, LEFT, y, '400 21px', width - 2 * LEFT);
	});
}

import type { Page } from '@playwright/test';
import { expect } from './test.ts';
import { mapOf } from './province.ts';

interface Overview {
	extent: [number, number, number, number];
	frames: { from: string; to: string | null }[];
	track: string;
}

interface Point {
	x: number;
	y: number;
}

/** Pixels around the province in the map's box: below there is room for notes. */
const PADDING = 18;
const FOOT = 34;

/**
 * Where a commune lies on the screen while the whole province is in view.
 *
 * @param frame first day of the boundaries shown
 */
export async function pointOf(page: Page, frame: string, code: string): Promise<Point> {
	const { extent } = (await (await page.request.get('/api/overview')).json()) as Overview;
	const units = (await (await page.request.get(`/api/frames/${frame}/units`)).json()) as {
		units: { code: string; label: [number, number] }[];
	};
	const label = units.units.find((unit) => unit.code === code)?.label;
	const box = await mapOf(page).boundingBox();
	if (!label || !box) throw new Error(`${code} is not on the map`);
	const [west, north] = mercator([extent[0], extent[3]]);
	const [east, south] = mercator([extent[2], extent[1]]);
	const room = { width: box.width - 2 * PADDING, height: box.height - PADDING - FOOT };
	const scale = Math.min(room.width / (east - west), room.height / (south - north));
	const [x, y] = mercator(label);
	return {
		x: box.x + PADDING + room.width / 2 + (x - (west + east) / 2) * scale,
		y: box.y + PADDING + room.height / 2 + (y - (north + south) / 2) * scale
	};
}

function mercator([longitude, latitude]: [number, number]): [number, number] {
	const angle = Math.PI / 4 + (latitude * Math.PI) / 360;
	return [(longitude + 180) / 360, 0.5 - Math.log(Math.tan(angle)) / (2 * Math.PI)];
}

/** The commonest colour around a point, as `rgb(1, 2, 3)`. */
async function colorAt(page: Page, { x, y }: Point): Promise<string> {
	const clip = { x: Math.round(x) - 12, y: Math.round(y) - 12, width: 24, height: 24 };
	const [color] = await listColors(page, (await page.screenshot({ clip })).toString('base64'));
	return color ?? '';
}

/** Colours of a picture, the commonest first. */
export async function listColors(page: Page, base64: string): Promise<string[]> {
	return page.evaluate(async (data) => {
		const image = new Image();
		image.src = `data:image/png;base64,${data}`;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = image.naturalWidth;
		canvas.height = image.naturalHeight;
		const context = canvas.getContext('2d')!;
		context.drawImage(image, 0, 0);
		const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
		const counts = new Map<string, number>();
		for (let at = 0; at < pixels.length; at += 4) {
			const color = `rgb(${pixels[at]}, ${pixels[at + 1]}, ${pixels[at + 2]})`;
			counts.set(color, (counts.get(color) ?? 0) + 1);
		}
		return [...counts].sort((a, b) => b[1] - a[1]).map(([color]) => color);
	}, base64);
}

/** Expects a commune to be painted in a colour. */
export async function expectColor(page: Page, point: Point, color: string): Promise<void> {
	await expect.poll(() => colorAt(page, point), { message: 'colour on the map' }).toBe(color);
}

/** Moves the pointer to a place on the map until the map answers with a commune's card. */
export async function hoverMap(page: Page, { x, y }: Point): Promise<void> {
	let nudge = 0;
	await expect
		.poll(async () => {
			nudge = 1 - nudge;
			await page.mouse.move(x + nudge, y);
			return mapOf(page).locator('.card').count();
		})
		.toBe(1);
}

const known = new Map<string, number>();
let canvas: CanvasRenderingContext2D | null | undefined;
/** Widths are measured at this size and scaled. */
const MEASURED_PX = 100;

/** Width of a text in the map's face, in pixels; measured once for each text. */
export function textWidth(text: string, fontPx: number, bold: boolean): number {
	const ready = document.fonts.status === 'loaded';
	const key = `${bold ? 'b' : ''}${ready ? '' : '?'}${text}`;
	let width = known.get(key);
	if (width === undefined) {
		canvas ??= document.createElement('canvas').getContext('2d');
		if (!canvas) return text.length * fontPx * 0.56;
		canvas.font = `${bold ? 700 : 500} ${MEASURED_PX}px "Be Vietnam Pro", sans-serif`;
		known.set(key, (width = canvas.measureText(text).width));
	}
	return (width * fontPx) / MEASURED_PX;
}

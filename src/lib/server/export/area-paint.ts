import { findMapClass, statusCode } from '#lib/domain/map-class.ts';
import type { Month } from '#lib/domain/period.ts';
import type { ShownStatus } from '#lib/domain/status.ts';
import type { ClassSource } from '#lib/view/frame-view.ts';
import { compositionAt, MIXED_EXAMPLE } from '#lib/view/makeup.ts';
import { PAPER, paintOf } from '#lib/view/palette.ts';
import type { AreaPaint } from '../sheet/map-content.ts';

/** Communes that are filtered out: bare paper, which no class has. */
export const FILTERED: AreaPaint = { fill: '#ffffff' };

/** Colour and pattern of a class by day; stripes are those of an example. */
export function classPaint(code: number | undefined): AreaPaint {
	const mapClass = code === undefined ? undefined : findMapClass(code);
	if (!mapClass) return { fill: PAPER.light };
	const { color, pattern } = paintOf(mapClass, 'light');
	if (pattern === undefined) return { fill: color };
	return {
		fill: color,
		cover: pattern === 'stripes' ? { bands: bandsOf(MIXED_EXAMPLE) } : { pattern }
	};
}

/** Colour and cover of a commune of a class; former communes of several states are bands as wide as their share. */
export function paintArea(
	source: Pick<ClassSource, 'units'>,
	row: number,
	code: number | undefined,
	month: Month
): AreaPaint {
	const unit = source.units[row];
	if (!unit || code !== statusCode('mixed')) return classPaint(code);
	const bands = bandsOf(compositionAt(unit, month));
	const { fill } = classPaint(code);
	return bands.length > 1 ? { fill, cover: { bands } } : { fill: bands[0]?.color ?? fill };
}

/** Bands in the colours of states, as wide as their share. */
function bandsOf(composition: readonly (readonly [ShownStatus, number])[]) {
	const total = composition.reduce((sum, [, count]) => sum + count, 0);
	return composition.map(([status, count]) => ({
		color: paintOf({ theme: 'status', key: status }, 'light').color,
		share: count / total
	}));
}

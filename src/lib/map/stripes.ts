import { statusCode } from '#lib/domain/map-class.ts';
import type { Month } from '#lib/domain/period.ts';
import type { ShownStatus } from '#lib/domain/status.ts';
import { compositionAt } from '#lib/view/makeup.ts';
import type { Appearance } from '#lib/view/palette.ts';
import type { FrameUnit } from '#lib/view/wire.ts';
import type { ExpressionSpecification, MapLibreMap } from './maplibre-types.ts';
import { drawStripes } from './patterns.ts';

/**
 * Stripes of merged communes whose former communes have no shapes: one picture for each way of being mixed. Setting
 * a pattern costs a new layout, so that it is done only in months in which a mixture changes.
 */
export class Stripes {
	#shown = '';

	constructor(private readonly map: MapLibreMap) {}

	/** What was drawn before is of no use any more. */
	reset(): void {
		this.#shown = '';
	}

	/** @returns whether any unit has stripes */
	show(units: readonly FrameUnit[], month: Month, appearance: Appearance): boolean {
		const names: (number | string)[] = [];
		const compositions = new Map<string, [ShownStatus, number][]>();
		for (const unit of units) {
			const composition = compositionAt(unit, month);
			if (composition.length < 2) continue;
			const name = stripesName(composition, appearance);
			compositions.set(name, composition);
			names.push(unit.id, name);
		}
		const key = names.join(' ');
		if (names.length === 0) return false;
		if (key === this.#shown) return true;
		this.#shown = key;
		for (const [name, composition] of compositions) {
			if (this.map.hasImage(name)) continue;
			const { width, height, data, pixelRatio } = drawStripes(composition, appearance);
			this.map.addImage(name, { width, height, data }, { pixelRatio });
		}
		const pattern = ['match', ['id'], ...names, 'missing'] as unknown as ExpressionSpecification;
		this.map.setPaintProperty('stripes', 'fill-pattern', pattern);
		return true;
	}
}

/** The class that stripes stand for. */
export const STRIPED = statusCode('mixed');

function stripesName(
	composition: readonly (readonly [ShownStatus, number])[],
	appearance: Appearance
): string {
	return `stripes ${appearance} ${composition.map(([status, count]) => `${status}:${count}`).join(' ')}`;
}

import type { PlanSlide } from '#lib/domain/story/plan-slide.ts';
import { fullName } from '#lib/domain/unit.ts';
import { CHOSEN, OTHER } from '../export/plan-sheet.ts';
import { mapPicture } from '../sheet/map-sheet.ts';
import type { Sheet } from '../sheet/marks.ts';
import type { ShownFrame } from './show-frames.ts';

/** The communes that a plan chose, on its boundaries; undefined where those are not known any more. */
export function planPicture(
	frames: readonly ShownFrame[],
	slide: PlanSlide,
	size: { width: number; height: number }
): Sheet | undefined {
	const frame = frames.find(({ from }) => from === slide.frame);
	if (!frame) return undefined;
	const chosen = new Map(
		frame.units
			.filter((unit) =>
				slide.communes.some(({ code, name }) => code === unit.code && name === fullName(unit))
			)
			.map((unit) => [unit.id, unit])
	);
	return mapPicture(
		{
			title: slide.title,
			ground: frame.ground,
			paintOf: (id) => (chosen.has(id) ? CHOSEN : OTHER),
			nameOf(id) {
				const unit = chosen.get(id);
				return unit && { text: unit.name, weight: unit.areaKm2 };
			}
		},
		size
	);
}

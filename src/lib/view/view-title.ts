import type { Indicator } from '#lib/domain/indicator.ts';
import { m } from '#lib/paraglide/messages.js';
import { indicatorInText } from './indicator-name.ts';
import { layerName } from './layer-text.ts';
import type { ViewParams } from './view-params.ts';

/**
 * What a view is a map of: the title of its sheets and films.
 *
 * @param leading the indicator that the track is judged by; null for a track without one
 */
export function viewTitle(
	{ theme, layer }: Pick<ViewParams, 'theme' | 'layer'>,
	leading: Indicator | null
): string {
	const indicator = leading ? indicatorInText(leading) : '–';
	switch (theme) {
		case 'status':
			return m.sheet_title_status();
		case 'sites':
			return m.sheet_title_sites();
		case 'trend':
		case 'summary':
			return layer === 'change' || theme === 'summary'
				? m.sheet_title_trend({ indicator })
				: m.sheet_title_layer({ indicator, layer: layerName(layer) });
	}
}

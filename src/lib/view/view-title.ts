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
		case 'summary':
			return m.sheet_title_summary({ indicator });
		case 'trend':
			return layer === 'change'
				? m.sheet_title_trend({ indicator })
				: m.sheet_title_layer({ indicator: sentence(indicator), layer: layerName(layer) });
	}
}

function sentence(text: string): string {
	return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

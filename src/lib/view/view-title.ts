import { m } from '#lib/paraglide/messages.js';
import { layerName } from './layer-text.ts';
import type { ViewParams } from './view-params.ts';

/** What a view is a map of: the title of its sheets and films. */
export function viewTitle({ theme, layer }: Pick<ViewParams, 'theme' | 'layer'>): string {
	switch (theme) {
		case 'status':
			return m.sheet_title_status();
		case 'sites':
			return m.sheet_title_sites();
		case 'trend':
		case 'summary':
			return layer === 'change' || theme === 'summary'
				? m.sheet_title_trend()
				: m.sheet_title_layer({ layer: layerName(layer) });
	}
}

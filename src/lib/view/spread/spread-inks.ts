import type { Appearance } from '#lib/view/palette.ts';

/** Colours of what is drawn over the map of models, and in its list and key. */
export interface SpreadInks {
	/** Bubbles, bars, and where an arc ends: copied. */
	bubble: string;
	/** The rim that parts a bubble from what lies below it. */
	rim: string;
	figure: string;
	/** Where an arc begins: did it first. */
	source: string;
	/** Lines to places, and figures over columns. */
	ink: string;
	/** The ground around figures over columns. */
	paper: string;
}

export const SPREAD_INKS: Record<Appearance, SpreadInks> = {
	light: {
		bubble: '#0b7f92',
		rim: '#f8f7f3',
		figure: '#ffffff',
		source: '#25424d',
		ink: '#2b3138',
		paper: '#f8f7f3'
	},
	dark: {
		bubble: '#1da0b5',
		rim: '#14171b',
		figure: '#08252c',
		source: '#c3e4f2',
		ink: '#dcdad4',
		paper: '#14171b'
	}
};

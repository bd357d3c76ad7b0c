import { createContext } from 'svelte';

/** What is looked at for the moment, on the map, in the legend or in a chart; it is in no address. */
export class MapFocus {
	/** Id of the commune under the pointer. */
	hovered = $state<number>();
	/** Code of the class under the pointer: its communes stay lit. */
	highlighted = $state<number>();
}

export const [getMapFocus, setMapFocus] = createContext<MapFocus>();

import { createContext } from 'svelte';

/** Light by day, dark in a hall; kept in this browser. */
export class Appearance {
	current = $state<'light' | 'dark'>('light');

	/** Takes over what the page was first painted in. */
	adopt(): void {
		this.current = document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
	}

	toggle(): void {
		this.current = this.current === 'dark' ? 'light' : 'dark';
		document.documentElement.dataset.theme = this.current;
		localStorage.setItem('appearance', this.current);
	}
}

export const [getAppearance, setAppearance] = createContext<Appearance>();

import { stepMonth, type Playback } from './playback.svelte.ts';
import type { MapActions } from './map-actions.svelte.ts';
import type { ProvinceState } from './province-state.svelte.ts';
import { THEMES, type ViewParams } from '#lib/view/view-params.ts';

/** What keys ask of the page around the map. */
export interface KeyRoutes {
	search(): void;
	appearance(): void;
	table(): void;
}

const SINGLE_KEYS = 'single-keys';

/** Whether single letters work as keys; they can be switched off, for who speaks to the computer (WCAG 2.1.4). */
export function singleKeysWork(): boolean {
	return localStorage.getItem(SINGLE_KEYS) !== 'off';
}

/** Kept in this browser. */
export function setSingleKeys(work: boolean): void {
	localStorage.setItem(SINGLE_KEYS, work ? 'on' : 'off');
}

/** A filter that was taken away can be brought back. */
type Filter = Pick<ViewParams, 'classes' | 'district'>;

/** The keys of the map: they work anywhere but in a field, or where the focused control uses the key itself. */
export class MapKeyboard {
	#cleared: Filter | undefined;

	constructor(
		private readonly province: ProvinceState,
		private readonly playback: Playback,
		private readonly actions: MapActions,
		private readonly routes: KeyRoutes
	) {}

	press(event: KeyboardEvent): void {
		if (event.defaultPrevented || isTyping(event.target)) return;
		const done = this.#withModifier(event) || this.#alone(event);
		if (done) event.preventDefault();
	}

	#withModifier(event: KeyboardEvent): boolean {
		if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return false;
		if (!this.#cleared) return false;
		this.province.set(this.#cleared);
		this.#cleared = undefined;
		return true;
	}

	#alone(event: KeyboardEvent): boolean {
		if (event.ctrlKey || event.metaKey || event.altKey) return false;
		if (inDialog(event.target)) return false;
		if (this.#move(event)) return true;
		switch (event.key) {
			case ' ':
				// A focused button is pressed by it.
				if (isControl(event.target)) return false;
				this.playback.toggle();
				return true;
			case 'Escape':
				return this.#escape();
			case '?':
				this.actions.run('keys');
				return true;
		}
		return singleKeysWork() && this.#letter(event.key.toLowerCase());
	}

	/** Moves along the timeline; not where a control moves by the same keys. */
	#move(event: KeyboardEvent): boolean {
		if (usesArrows(event.target)) return false;
		const { province } = this;
		const step = event.shiftKey ? 'month' : province.params.step;
		const to = (month: number) => {
			this.playback.stop();
			const { first, last } = province.timeline;
			province.set({ month: Math.min(last, Math.max(first, month)) });
			return true;
		};
		switch (event.key) {
			case 'ArrowLeft':
				return to(stepMonth(province.month, step, -1, province.timeline));
			case 'ArrowRight':
				return to(stepMonth(province.month, step, 1, province.timeline));
			case 'PageUp':
				return to(province.month + 12);
			case 'PageDown':
				return to(province.month - 12);
			case 'Home':
				return to(province.firstMonth);
			case 'End':
				return to(province.lastReported);
			default:
				return false;
		}
	}

	#letter(key: string): boolean {
		const theme = THEMES[Number(key) - 1];
		if (theme) {
			this.province.set({ theme, classes: [] });
			return true;
		}
		switch (key) {
			case '/':
				this.routes.search();
				return true;
			case 'c':
				this.actions.run('compare');
				return true;
			case 'g':
				this.actions.run('charts');
				return true;
			case 'm':
				this.actions.run('measure');
				return true;
			case 'e':
				this.actions.run('export');
				return true;
			case 's':
				this.actions.run('addSlide');
				return true;
			case 't':
				this.routes.table();
				return true;
			case 'd':
				this.routes.appearance();
				return true;
			default:
				return false;
		}
	}

	/** Clears the filter, then the choice. */
	#escape(): boolean {
		const { classes, district, unit } = this.province.params;
		if (classes.length > 0 || district !== undefined) {
			this.#cleared = { classes, district };
			this.province.set({ classes: [], district: undefined });
			return true;
		}
		if (unit === undefined) return false;
		this.province.set({ unit: undefined });
		return true;
	}
}

function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target.isContentEditable) return true;
	if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
	return (
		target instanceof HTMLInputElement &&
		!['checkbox', 'radio', 'range', 'button'].includes(target.type)
	);
}

function isControl(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest('button, a, summary, label, input') !== null;
}

function inDialog(target: EventTarget | null): boolean {
	return (
		target instanceof Element && target.closest('[role="dialog"], [role="menu"], dialog') !== null
	);
}

/** Whether the focused control moves by arrows: a slider, a row of choices, a map that pans, a table. */
function usesArrows(target: EventTarget | null): boolean {
	return (
		target instanceof Element &&
		target.closest(
			'[role="slider"], [role="tablist"], [role="grid"], [role="listbox"], input, .maplibregl-canvas-container, [data-arrows]'
		) !== null
	);
}
